/** The wording of a text is the same in every layout and form, and another where a word is another. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Form } from '../../src/article/form-names.js'
import { readWording } from '../../src/article/text/wording.js'

const test = suite('wording')

const HEADER = 'DOCUMENT:Q100001  11-JUN-2002  [fennec]\nTITLE   :The Printer Hums\nPROD/VER:WINDOWS:4.0\n'

function wordingOf(body: string, form: Form = 'txt', header = HEADER): string {
  return readWording({ form, bytes: Buffer.from(`${header}\n${body}\n`) }, null)
}

const BODY = 'SYMPTOMS\n========\n\nThe printer hums, and its tray - the lower one -\nis stuck.'

function isSame(other: string, title = ''): void {
  assert.is(wordingOf(other), wordingOf(BODY), title)
}

test('is the same where lines are wrapped, indented and ended otherwise', () => {
  isSame('SYMPTOMS\n========\n\n  The printer\n  hums, and   its tray - the lower one - is stuck.')
  isSame(BODY.replaceAll('\n', '\r\n'))
})

test('is the same without an underline, and in capitals', () => {
  isSame('Symptoms\n\nTHE PRINTER hums, and its tray - the lower one - is stuck.')
})

test('is the same with another list sign, and with another rule', () => {
  const list = (sign: string) => wordingOf(`${BODY}\n\n${sign} Stop it.\n${sign} Start it.\n\n`)
  for (const sign of [' o', '*', '1.', 'a)', '']) assert.is(list(sign), list('-'), sign)
  assert.is(wordingOf(`${BODY}\n\n-----\nEnd`), wordingOf(`${BODY}\n\n=========\nEnd`))
})

test('is the same with another date and product code, and with typographic quotation marks', () => {
  const dated = HEADER.replace('2002', '1999').replace('fennec', 'other')
  assert.is(wordingOf(BODY, 'txt', dated), wordingOf(BODY))
  assert.is(wordingOf('The \u201cprinter\u201d \u2013 it\u2019s here'), wordingOf('The "printer" - it\'s here'))
})

test('is another where a word, a figure, an operator or the order differs', () => {
  const others = [
    BODY.replace('lower', 'upper'),
    `${BODY} Again.`,
    BODY.replace('hums', 'hum5'),
    BODY.replace('The printer hums, and its tray', 'its tray hums, and The printer'),
  ]
  for (const other of others) assert.is.not(wordingOf(other), wordingOf(BODY), other)
  assert.is.not(wordingOf('x = a + b'), wordingOf('x = a - b'))
})

test('is another where the title, the versions or the keywords differ', () => {
  for (const [from, to] of [
    ['Hums', 'Hum'],
    ['4.0', '4.1'],
  ] as const)
    assert.is.not(wordingOf(BODY, 'txt', HEADER.replace(from, to)), wordingOf(BODY))
  assert.is.not(wordingOf(BODY, 'txt', `${HEADER}KEYWORDS:kbprint\n`), wordingOf(BODY))
})

test('is the same as raw text and as a page of Markdown', () => {
  const raw = `${HEADER}KEYWORDS:kbprint\n\n${BODY}\n`
  const fields = ['Article: Q100001', 'Product(s): Fennec', 'Version(s): WINDOWS:4.0', 'Operating System(s): ']
  const lines = [...fields, 'Keyword(s): kbprint', 'Last Modified: 11-JUN-2002', '', ...BODY.split('\n')]
  const page = [
    '---',
    'layout: page',
    '---',
    '',
    '## Q100001: The Printer Hums',
    '',
    ...lines.map((line) => `\t${line}`),
  ]
  const text = (form: Form, content: string) => readWording({ form, bytes: Buffer.from(content) }, null)
  assert.is(text('md', `${page.join('\n')}\n`), text('txt', raw))
})

test('is the same as a page of text and as a page of HTML', () => {
  const text = [
    ...['The Printer Hums', 'Article ID : 100001', 'Last Review : March 14, 2004', 'Revision : 1.0'],
    ...['SYMPTOMS', 'The printer hums.', '1. Stop it.', '2. Start it.', ''],
  ].join('\n')
  const page = [
    '<html><body><h1>The Printer Hums</h1><p>Article ID : 100001<br>Last Review : March 14, 2004<br>Revision : 1.0</p>',
    '<h2>SYMPTOMS</h2><p>The <b>printer</b> hums.</p><ol><li>Stop it.</li><li>Start it.</li></ol></body></html>',
  ].join('\n')
  const wording = (form: Form, content: string) => readWording({ form, bytes: Buffer.from(content) }, null)
  assert.is(wording('html', page), wording('web-2004', text))
})

test.run()
