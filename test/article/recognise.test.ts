/** Recognising: forms by their own headers, several articles in one text, and everything that is none. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { recogniseForm, splitArticles } from '../../src/article/recognise.js'

const test = suite('recognise')

const raw = (id: string) =>
  `DOCUMENT:${id}  14-MAR-1999  [osprey]\r\nTITLE   :About ${id}\r\nPRODUCT :Osprey\r\n\r\ntext\r\n`
const pss = (id: string) =>
  `About ${id}\r\nPSS ID Number: ${id}\r\nArticle last modified on 05-16-1995\r\n\r\nSUMMARY\r\n=======\r\n\r\ntext\r\n`
const page = (product: string) =>
  `---\ntitle: "Q11101: A"\n---\n\n## Q11101: A\n\n\tArticle: Q11101\n\tProduct(s): ${product}\n\t\n\ttext\n`

test('tells the forms apart', () => {
  assert.is(recogniseForm(raw('Q100001')), 'txt')
  assert.is(recogniseForm(page('Osprey Server')), 'md')
  assert.is(recogniseForm(page('See article')), 'md-cd')
  assert.is(recogniseForm(pss('Q100001')), 'pss')
})

test('recognises any line end and a text before the header', () => {
  assert.is(recogniseForm(raw('Q1').replaceAll('\r\n', '\r')), 'txt')
  assert.is(recogniseForm(page('x').replaceAll('\n', '\r\n')), 'md')
  assert.is(recogniseForm(`From: someone\n\n${raw('Q1')}`), 'txt')
})

test('recognises number and date on one line', () => {
  assert.is(recogniseForm('A\nPSS ID Number: Q126897  Article last modified on 01-21-1996\n'), 'pss')
})

test('finds no article in what is none', () => {
  const texts = [
    '',
    'DOCUMENT',
    'DOCUMENT:Q1\nno title',
    'DOCUMENT:X1\nTITLE   :a',
    'see DOCUMENT:Q100001\nTITLE   :a',
    '# Readme\n',
    'Article: Q1\n',
    'See PSS ID Number: Q126897 for more',
    '{"DOCUMENT": "Q1"}',
  ]
  for (const text of texts) assert.is(recogniseForm(text), null, text)
})

test('splits raw articles that follow one another', () => {
  const text = raw('Q100001') + raw('Q100002') + raw('Q100003')
  assert.equal(
    splitArticles(text).map(({ start, end }) => text.slice(start, end)),
    [raw('Q100001'), raw('Q100002'), raw('Q100003')],
  )
})

test('splits articles of the CD text form before their titles', () => {
  const rule = `${'='.repeat(77)}\r\n\r\nCopyright Osprey 1995.\r\n\r\n`
  const text = pss('Q100001') + rule + pss('Q100002') + rule
  assert.equal(
    splitArticles(text).map(({ start, end }) => text.slice(start, end)),
    [pss('Q100001') + rule, pss('Q100002') + rule],
  )
})

test('does not split at a header that an article quotes', () => {
  assert.is(splitArticles(`${raw('Q100001')}   DOCUMENT:Q100002 is the other one\r\nTITLE   :x\r\n`).length, 1)
})

test('recognises a header whose labels are spelled, ordered or indented otherwise', () => {
  for (const text of [
    'document:q100001  14-mar-1999\ntitle   :a',
    'Document : Q100001\nTitle: a',
    'DOCUMENT:100001  14-MAR-1999\nTITLE   :a',
    'DOCUMENT:Q100001\nPRODUCT :a\nTITLE   :b',
    'TITLE   :a\r\nDOCUMENT:Q100001\r\n\r\ntext',
    'DOCUMENT:Q100001\n\nAUTHOR  :a\n\nTITLE\t:b',
    '    DOCUMENT:Q100001\n    TITLE   :a',
  ])
    assert.is(recogniseForm(text), 'txt', text)
})

test('takes a number alone, far from other fields, or in a sentence for no article', () => {
  for (const text of [
    'document: 11-JUN-2002\ntitle: a',
    'see the document: Q100001\ntitle: a',
    `DOCUMENT:Q100001\n${'text\n'.repeat(6)}TITLE   :a`,
    'DOCUMENT:Q100001\nTITLES:a',
  ])
    assert.is(recogniseForm(text), null, text)
})

test('parts articles that follow one another without a line end', () => {
  const text = `${raw('Q1')}Copyright Osprey 1999.${raw('Q2')}`
  assert.equal(
    splitArticles(text).map(({ start, end }) => text.slice(start, end).includes('About Q1')),
    [true, false],
  )
})

test.run()
