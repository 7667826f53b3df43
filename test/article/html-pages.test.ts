/** Pages of HTML: hostile ones stay bounded and inert, links lead where they should, encodings are told. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readLink } from '../../src/article/html/page-links.js'
import { scanHtml } from '../../src/article/html/scan-html.js'
import { checkLossless } from '../../src/article/lossless.js'
import { parseArticle } from '../../src/article/parse.js'
import { recogniseForm } from '../../src/article/recognise.js'
import { decode } from '../../src/article/text/decode.js'

const test = suite('html pages')

const HEAD =
  '<html><body><h1>Osprey</h1><p>Article ID : 265941<br>Last Review : November 1, 2006<br>Revision : 1.0</p><h2>SUMMARY</h2>'
const COUNT = 100_000
const PIECES = 20_000

function read(page: string) {
  assert.is(recogniseForm(page), 'html')
  const article = parseArticle({ form: 'html', name: 'a.htm', bytes: Buffer.from(page), sha256: '' })
  assert.equal(checkLossless(page, article), [])
  return article
}

for (const [name, piece] of [
  ['lists', '<ul><li>'],
  ['comments', '<!-- <div> '],
  ['drawings', '<svg><g>'],
  ['tags without an end', '<a href="'],
  ['links without a text', '<a href="q265942.htm"></a> '],
  ['definitions', '<dl><dt>x<dd>y'],
  ['references', '&amp;&#1234567;&lt;'],
] as const)
  test(`${PIECES} ${name} give an article, and lose no text`, () => {
    assert.is(read(`${HEAD}<p>first</p>${piece.repeat(PIECES)}`).number, 265941)
  })

test(`${COUNT} nested elements give an article, and lose no text`, () => {
  assert.is(read(`${HEAD}<p>first</p>${'<div>'.repeat(COUNT)}`).number, 265941)
})

test('limits the depth and the number of elements, and keeps every place', () => {
  const page = `${'<b id=a><p>x\n'.repeat(COUNT)}`
  const { text, tags } = scanHtml(page)
  assert.is(text.length, page.length)
  assert.is(text.split('\n').length, page.split('\n').length)
  assert.ok(tags.length < 1000, String(tags.length))
})

test('keeps list items that stand outside of lists', () => {
  const article = read(`${HEAD}<p>Do this:</p><li>Stop the press.\n<li>Start it.<p>Then wait.`)
  const kinds = article.sections.flatMap(({ children }) => children.map(({ type }) => type))
  assert.equal(kinds, ['paragraph', 'list'])
})

test('keeps lists in a link that is not closed', () => {
  const article = read(`${HEAD}<a name=x><p>Do this:<ol><li>Stop the press.<ul><li>Gently.</ul></ol>`)
  const kinds = article.sections.flatMap(({ children }) => children.map(({ type }) => type))
  assert.equal(kinds, ['paragraph', 'list'])
})

test('limits the attributes of a tag', () => {
  const attributes = Array.from({ length: COUNT }, (_, index) => `a${index}=">"`).join(' ')
  assert.is(scanHtml(`<p ${attributes}>x`).text.trim().replace(/\s+/g, ' '), '<p >x')
})

test('leaves out what runs, and links that run', () => {
  const article = read(
    `${HEAD}<script>alert(1)</script><p onclick="x()">text <a href="javascript:alert(1)">link</a></p><iframe>x</iframe>`,
  )
  const json = JSON.stringify(article)
  for (const sign of ['alert', 'onclick', 'javascript', 'iframe']) assert.not(json.includes(sign), sign)
})

test('does not take a quotation mark outside of a value for one', () => {
  assert.is(scanHtml('<p ="><b>x').tags.length, 2)
  assert.is(scanHtml('<p a="><b>">x').tags.length, 1)
})

for (const [name, span, rows] of [
  ['of millions', 'colspan=3000000 rowspan=3000000', 50],
  ['that only begin with a number', 'colspan="3000000x" rowspan="3000000x"', 50],
  ['in every cell', 'colspan=20 rowspan=20', 4000],
] as const)
  test(`fills no table up without end: spans ${name}`, () => {
    const row = `<tr><td ${span}>a</td><td ${span}>b</td></tr>`
    const article = read(`${HEAD}<table>${row.repeat(rows)}</table></body></html>`)
    const cells = JSON.stringify(article.sections).match(/"tableCell"/g) ?? []
    assert.ok(cells.length <= 4 * 2 * rows + 1000, `${cells.length} cells`)
    assert.ok(cells.length >= 2 * rows, `${cells.length} cells`)
  })

test('follows links to articles in all their addresses', () => {
  for (const address of [
    '/kb/105081/en-us',
    'http://support.example.com/default.aspx?scid=kb;en-us;105081',
    'q105081.htm',
    '/support/kb/articles/Q105/0/81.asp',
    'http://web.example.org/web/2006/http://support.example.com/kb/105081',
  ])
    assert.is(readLink(address)?.article, 'Q105081', address)
  assert.is(readLink('javascript:alert(1)'), null)
  assert.equal(readLink('http://example.com/'), { url: 'http://example.com/', article: null })
})

test('tells the encoding by what the page declares and by its bytes', () => {
  const page = (charset: string) => `<meta charset=${charset}>`
  const bytes = (head: string, ...rest: number[]) => Buffer.concat([Buffer.from(head), Buffer.from(rest)])
  const encodingOf = (data: Buffer) => decode(data, { form: 'html' }).encoding
  assert.is(encodingOf(bytes(page('shift_jis'), 0x82, 0xa0)), 'shift_jis')
  assert.is(encodingOf(bytes(page('windows-1252'), 0xe9)), 'windows-1252')
  assert.is(encodingOf(bytes(page('windows-1252'), 0xc3, 0xa9)), 'utf-8')
  assert.is(encodingOf(bytes(page('utf-8'), 0xe9)), 'windows-1252')
  const kana = Array.from({ length: 20 }, () => [0x82, 0xa0]).flat()
  assert.is(encodingOf(bytes('<p>', ...kana)), 'shift_jis')
})

test.run()
