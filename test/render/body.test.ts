/** An article's body on its page: nothing hidden, nothing added, references and links where they should lead. */
import type { Nodes } from 'hast'
import { toString as textOf } from 'mdast-util-to-string'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Block } from '../../src/article/article.js'
import { renderBody, toBodyTree } from '../../src/render/body/body.js'
import { pageProcessor } from '../../src/render/body/processor.js'
import { visibleText } from '../../src/render/body/visible-text.js'
import { paragraph, sampleArticle, section, toCard } from '../templates/sample-archive.js'

const PLACE = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }
const known = sampleArticle(100001)
const page = { root: '../../../', targets: new Map([[known.id, { id: known.id, card: toCard(known) }]]) }

function render(...blocks: Block[]): Nodes {
  return renderBody(sampleArticle(100000, { sections: [section('SUMMARY', 'summary', blocks)] }), page)
}

function print(...blocks: Block[]): string {
  const tree = render(...blocks)
  return tree.type === 'root' ? pageProcessor.stringify(tree) : ''
}

const link = (url: string, text: string, article?: string): Block => ({
  type: 'paragraph',
  position: PLACE,
  children: [
    { type: 'link', url, ...(article ? { data: { article } } : {}), children: [{ type: 'text', value: text }] },
  ],
})

const body = suite('body')

body('shows the characters of the tree, in order, and no others', () => {
  const article = sampleArticle(100000, {
    sections: [
      section('SUMMARY', 'summary', [
        paragraph('One <b>two</b> &amp; three'),
        link('javascript:alert(1)', 'four'),
        link('/kb/100/Q100001/', 'Q100001 five', 'Q100001'),
        { type: 'code', lang: 'vb', value: 'Dim x As Integer \' "six"\n\n  x = 7', position: PLACE },
        { type: 'blockquote', data: { note: 'NOTE' }, children: [paragraph('NOTE: eight')], position: PLACE },
      ]),
    ],
  })
  const written = textOf(toBodyTree(article)).replace(/\s+/g, '')
  assert.is(visibleText(renderBody(article, page)), written)
})

body('points a reference at the article, and says what it is', () => {
  const html = print(link('/kb/100/Q100001/', 'Q100001 Title', 'Q100001'))
  assert.match(html, /<a href=\.\.\/\.\.\/\.\.\/kb\/100\/Q100001\/index\.html title="PRB: Sample Article 100001/)
})

body('leaves a reference to a missing article as text that says so', () => {
  const html = print(link('/kb/999/Q999999/', 'Q999999', 'Q999999'))
  assert.match(html, /<span class=missing title="Q999999 is not in this archive">Q999999<\/span>/)
})

body('makes links of web, file and mail addresses only', () => {
  for (const url of ['http://a.example/', 'https://a.example/', 'ftp://a.example/x', 'mailto:a@b.example', 'news:a.b'])
    assert.match(print(link(url, 'x')), /<a href=/, url)
  for (const url of [
    'javascript:x',
    ' javascript:x',
    'JAVASCRIPT:x',
    'data:x',
    'file:///x',
    'vbscript:x',
    '//a.example/',
    '#x',
  ])
    assert.not.match(print(link(url, 'unlinked')), /<a [^>]*>unlinked/, url)
})

body('numbers letters as letters, and writes other markers before their items', () => {
  const list = (...markers: string[]): Block => ({
    type: 'list',
    ordered: true,
    position: PLACE,
    children: markers.map((marker) => ({
      type: 'listItem',
      data: { marker },
      position: PLACE,
      children: [{ type: 'paragraph', children: [{ type: 'text', value: 'x' }] }],
    })),
  })
  assert.match(print(list('c.', 'd.')), /<ol type=a start=3>/)
  assert.match(print(list('Q1:', 'Q2:')), /<li data-marker=Q1:>/)
})

body('colours a listing of a known language without changing it', () => {
  const value = 'int main(void)\n{\n\treturn 0; /* <done> */\n}'
  const code: Block = { type: 'code', lang: 'c', value, position: PLACE }
  assert.match(print(code), /<pre tabindex=0 data-language=C><code><span class=h-type>int<\/span>/)
  assert.is(visibleText(render(code)), `SUMMARY${value.replace(/\s+/g, '')}`)
})

body('leaves a listing plain that no one has written by hand', () => {
  const code: Block = { type: 'code', lang: 'c', value: 'a'.repeat(20_000), position: PLACE }
  assert.not.match(print(code), /class="h-/)
})

body('never skips a level of headings', () => {
  const sections = [section('a', 'other', [], 3), section('b', 'other', [], 1), section('c', 'other', [], 3)]
  const depths = toBodyTree(sampleArticle(100000, { sections })).children.map((node) => 'depth' in node && node.depth)
  assert.equal(depths, [2, 2, 3])
})

body.run()
