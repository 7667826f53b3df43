/** Markdown pages: container, restored indentation, escapes, entities. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readCdOpening } from '../../src/article/forms/markdown/cd-form.js'
import { decodeTitle, readMarkdownOpening, restoreLine } from '../../src/article/forms/markdown/markdown-form.js'
import { collectProblems } from './collect.js'

const test = suite('markdown-form')

const PAGE = [
  '---',
  'title: "Q100101: A"',
  '---',
  '',
  '## Q100101: A',
  '',
  '{% raw %}',
  '',
  '\tArticle: Q100101',
  '\tProduct(s): Osprey',
  '\tLast Modified: 14-MAR-1999',
  '\t',
  '\ttext',
  '\t- item',
  '\t  code',
  '\t',
  '',
  '{% endraw %}',
]

test('takes a page apart', () => {
  const { header, range, end, rest } = readMarkdownOpening(PAGE, () => {})
  assert.equal([header.number, header.title, range, end], [100101, 'A', [1, 11], [18, 18]])
  assert.equal(
    rest.filter((line) => line.text !== '').map((line) => [line.number, line.text, line.offset]),
    [
      [13, 'text', 1],
      [14, ' - item', 0],
      [15, '   code', 0],
    ],
  )
})

test('needs neither raw markers nor front matter nor the container', () => {
  const bare = ['## Q100101: A', '', 'Article: Q100101', 'Product(s): Osprey', '', 'text']
  const { header, end, rest } = readMarkdownOpening(bare, () => {})
  assert.equal([header.number, header.title, end, rest.at(-1)?.text], [100101, 'A', null, 'text'])
})

test('reports a line that lost its container, and keeps it', () => {
  const { codes, report } = collectProblems()
  const { rest } = readMarkdownOpening([...PAGE.slice(0, 13), 'edited', '', '{% endraw %}'], report)
  assert.equal([codes, rest.find((line) => line.number === 14)?.text], [['container-missing'], 'edited'])
})

test('gives back the space that the converter took', () => {
  assert.is(restoreLine('- item'), ' - item')
  assert.is(restoreLine('  code'), '   code')
  assert.is(restoreLine('   - nested'), '    - nested')
})

test('leaves other lines where they are', () => {
  for (const line of ['text', '-or-', '--- ---', '-', '\tcode', '1. step', '']) assert.is(restoreLine(line), line)
})

test('decodes codes that stand only for bytes', () => {
  assert.is(restoreLine('a<A0>b<B7>c<7F>d<81>'), 'a\u00a0b·c\u007fd\u0081')
})

test('leaves codes that stand for themselves', () => {
  for (const line of ['<F5>', '<CD>', '<00>', '<1B>', '<A4>', '<a0>', '<ENTER>']) assert.is(restoreLine(line), line)
})

test('decodes the entities of a title once', () => {
  assert.is(decodeTitle('&quot;A&amp;B&quot; &#91;x&#93; &#92; &#124;'), '"A&B" [x] \\ |')
  assert.is(decodeTitle('Evans &amp;amp; Sutherland'), 'Evans &amp; Sutherland')
  assert.is(decodeTitle('&nbsp; &#65; &lt'), '&nbsp; &#65; &lt')
})

const cdPage = (keywords: string, body: readonly string[]) => [
  '## Q11101: A',
  '',
  '\tArticle: Q11101',
  '\tProduct(s): See article',
  '\tVersion(s): 5.10',
  '\tOperating System(s): MS-DOS',
  `\tKeyword(s): ${keywords}`,
  '\tLast Modified: 4-MAY-1988',
  '\t',
  ...body.map((line) => `\t${line}`),
]

test('reads words and product out of a CD keyword line', () => {
  const { header } = readCdOpening(cdPage('ENDUSER | s_c SR# S890816-88 docerr | kbl13_c', ['text']), () => {})
  assert.equal([header.keywords, header.product.code], [['s_c', 'SR# S890816-88', 'docerr'], 'kbl13_c'])
})

test('does not shift the lines of a CD page', () => {
  const { rest } = readCdOpening(cdPage('ENDUSER | | kbl13_c', ['- dash', '   code']), () => {})
  assert.equal(
    rest.filter((line) => line.text !== '').map((line) => line.text),
    ['- dash', '   code'],
  )
})

test('moves no field of a header that is not shifted', () => {
  const { codes, report } = collectProblems()
  readCdOpening(cdPage('MS-DOS | OS/2 | kbl13_c', ['No audience here.']), report)
  assert.not.ok(codes.includes('header-shifted'))
})

test('takes the next chapter off the end, but no drawing and no heading', () => {
  const rule = '='.repeat(77)
  assert.equal(readCdOpening(cdPage('ENDUSER | | kbl13_c', ['text', '', 'Linker', rule]), () => {}).residue, [12, 13])
  assert.is(readCdOpening(cdPage('ENDUSER | | kbl13_c', ['text', '', '| a |', '| b |', rule]), () => {}).residue, null)
  assert.is(
    readCdOpening(cdPage('ENDUSER | | kbl13_c', ['text', '', 'Linker', rule, '', 'more']), () => {}).residue,
    null,
  )
})

test.run()
