/** What articles' blocks become is what mdast-util-to-hast makes of them, but for positions. */

import type { Blockquote, List, Paragraph, PhrasingContent, Root, RootContent, TableCell } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import { unified } from 'unified'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { handlers } from '../../src/render/body/handlers.js'
import { remarkToHast } from '../../src/render/body/to-hast.js'
import fc from '../support/property.js'

const processor = unified().use(remarkToHast, handlers).freeze()

const words = fc.constantFrom('word', '  indented', '\ttab', 'two\n lines ', '', '<b>')

const { block } = fc.letrec<{ inline: PhrasingContent; block: RootContent }>((tie) => {
  const inlines = fc.array(tie('inline'), { maxLength: 4 })
  const blocks = fc.array(tie('block'), { maxLength: 3 })
  const cells = fc.array(
    inlines.map((children): TableCell => ({ type: 'tableCell', children })),
    { maxLength: 3 },
  )
  const rows = fc.array(cells, { maxLength: 3 })
  return {
    inline: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      words.map((value): PhrasingContent => ({ type: 'text', value })),
      fc.constant<PhrasingContent>({ type: 'break' }),
      words.map((value): PhrasingContent => ({ type: 'inlineCode', value })),
      inlines.map((children): PhrasingContent => ({ type: 'strong', children })),
      inlines.map((children): PhrasingContent => ({ type: 'link', url: 'http://a.example/', children })),
    ),
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      inlines.map((children): Paragraph => ({ type: 'paragraph', children })),
      fc.constant<RootContent>({ type: 'thematicBreak' }),
      fc.constant<RootContent>({ type: 'html', value: '<b>' }),
      words.map((value): RootContent => ({ type: 'code', lang: 'c', value })),
      fc
        .tuple(inlines, words)
        .map(([children, id]): RootContent => ({ type: 'heading', depth: 2, data: { hProperties: { id } }, children })),
      fc
        .tuple(blocks, fc.constantFrom(undefined, 'NOTE'))
        .map(([children, note]) => ({ type: 'blockquote', data: { note }, children }) as Blockquote),
      fc.tuple(fc.array(fc.tuple(blocks, fc.boolean())), fc.boolean(), fc.constantFrom(null, 1, 3)).map(
        ([items, ordered, start]): List => ({
          type: 'list',
          ordered,
          start,
          spread: false,
          children: items.map(
            ([children, spread]) => ({ type: 'listItem', spread, children }) as List['children'][number],
          ),
        }),
      ),
      rows.map(
        (all): RootContent => ({
          type: 'table',
          align: ['left', null, 'right'],
          children: all.map((children) => ({ type: 'tableRow', children })),
        }),
      ),
    ),
  }
})

test('it makes of any tree what mdast-util-to-hast makes of it', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), (children) => {
      const tree: Root = { type: 'root', children }
      assert.equal(processor.runSync(structuredClone(tree)), toHast(tree, { handlers }))
    }),
  )
})

test('it leaves positions out', () => {
  const position = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }
  const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: [], position }] }
  assert.equal(processor.runSync(tree), {
    type: 'root',
    children: [{ type: 'element', tagName: 'p', properties: {}, children: [] }],
  })
})

test('it refuses a node that no article has', () => {
  const tree: Root = { type: 'root', children: [{ type: 'yaml', value: 'a: b' }] }
  assert.throws(() => processor.runSync(tree), /Expected a node of an article, found `yaml`/)
})

test.run()
