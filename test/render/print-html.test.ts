import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h, s } from 'hastscript'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { printHtml } from '../../src/render/print-html.js'
import fc from '../support/property.js'

const oracle = (tree: Root) => toHtml(tree, { collapseEmptyAttributes: true, preferUnquoted: true })

const text = fc.oneof(fc.string(), fc.constantFrom('', '<b>', 'a & b', '"quoted"', "it's `so`", '\0', '</script>', '…'))
const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.array(text, { maxLength: 3 }))
const name = fc.constantFrom(
  'className',
  'id',
  'hidden',
  'download',
  'dataRoot',
  'ariaCurrent',
  'href',
  'accept',
  'viewBox',
  'strokeWidth',
  'title',
  'odd name"',
)
const tag = fc.constantFrom(
  'p',
  'a',
  'br',
  'img',
  'input',
  'svg',
  'title',
  'desc',
  'script',
  'style',
  'path',
  'foreignObject',
)

const { node } = fc.letrec<{ node: ElementContent; element: Element }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text.map((content): ElementContent => ({ type: 'text', value: content })),
    tie('element'),
  ),
  element: fc.record({
    type: fc.constant('element' as const),
    tagName: tag,
    properties: fc.dictionary(name, value, { maxKeys: 4 }),
    children: fc.array(tie('node'), { maxLength: 3 }),
  }),
}))

test('it prints what rehype-stringify prints, whatever the tree', () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 4 }), (children) => {
      const tree: Root = { type: 'root', children: [{ type: 'doctype' }, ...children] }
      assert.is(printHtml(tree), oracle(tree))
    }),
    { numRuns: 2_000 },
  )
})

test('it prints attributes by their names in HTML and in SVG', () => {
  const tree = h(
    null,
    h('label', { htmlFor: 'x', className: ['a', 'b'] }),
    s('svg', { viewBox: '0 0 1 1' }, s('path', { strokeWidth: 2 })),
  )
  assert.is(
    printHtml(tree),
    '<label for=x class="a b"></label><svg viewBox="0 0 1 1"><path stroke-width=2></path></svg>',
  )
})

/** What zimcheck takes for a link, wherever it stands. */
const LINK_TO_ZIMCHECK = / (?:href|src) *= *["']/
const linkLike = fc
  .array(fc.constantFrom(' ', 'href', 'src', '=', '"', "'", 'x', '<'), { maxLength: 9 })
  .map((parts) => parts.join(''))

test('it prints no text and no value that looks like a link of its own', () => {
  fc.assert(
    fc.property(linkLike, linkLike, linkLike, (title, inside, after) => {
      const page = printHtml(h(null, h('p', { title }, h('b', inside), ' ', after)))
      assert.not.match(page, LINK_TO_ZIMCHECK)
    }),
    { numRuns: 2_000, examples: [['', ' href="$url"', 'src="x"']] },
  )
})

test('it refuses nodes that could carry markup', () => {
  const tree = { type: 'root', children: [{ type: 'raw', value: '<script>' }] } as unknown as Root
  assert.throws(() => printHtml(tree), /found `raw`/)
})

test.run()
