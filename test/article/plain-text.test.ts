/** Articles as plain lines. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Section } from '../../src/article/article.js'
import { toPlainText } from '../../src/article/plain-text.js'

const test = suite('plain-text')

const position = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }
const paragraph = (value: string) => ({
  type: 'paragraph' as const,
  children: [{ type: 'text' as const, value }],
  position,
})
const section = (...children: Section['children']): Section => ({
  heading: { text: 'SUMMARY', position },
  name: 'summary',
  depth: 1,
  slug: 'summary',
  children,
})

test('separates blocks by blank lines', () => {
  assert.is(toPlainText(section(paragraph('One.'), paragraph('Two.'))), 'SUMMARY\n\nOne.\n\nTwo.')
})

test('keeps markers, numbers and nesting', () => {
  const inner = {
    type: 'list' as const,
    ordered: false,
    start: null,
    spread: false,
    position,
    children: [
      { type: 'listItem' as const, spread: false, position, children: [paragraph('inner')], data: { marker: 'o' } },
    ],
  }
  const list = {
    type: 'list' as const,
    ordered: true,
    start: 3,
    spread: false,
    position,
    children: [{ type: 'listItem' as const, spread: false, position, children: [paragraph('outer'), inner] }],
  }
  assert.is(toPlainText(section(list)), 'SUMMARY\n\n3. outer\n\n   o inner')
})

test('keeps the lines of code and pads the cells of a table', () => {
  const cell = (value: string) => ({ type: 'tableCell' as const, children: [{ type: 'text' as const, value }] })
  const table = {
    type: 'table' as const,
    align: [],
    position,
    children: [
      { type: 'tableRow' as const, children: [cell('Name'), cell('Size')] },
      { type: 'tableRow' as const, children: [cell('a'), cell('1')] },
    ],
  }
  const code = { type: 'code' as const, lang: null, meta: null, value: 'a\n\n  b', position }
  assert.is(toPlainText(section(code, table)), 'SUMMARY\n\n   a\n\n     b\n\n   Name  Size\n   a     1')
})

test('wraps prose to a width, and breaks no word', () => {
  const lines = toPlainText(
    section(paragraph('A sentence that is longer than the line, with unbreakable/words/in/it.')),
    24,
  ).split('\n')
  assert.equal(lines.slice(2), ['A sentence that is', 'longer than the line,', 'with', 'unbreakable/words/in/it.'])
})

test.run()
