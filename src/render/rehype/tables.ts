/**
 * Lets wide tables scroll on narrow screens, by the keyboard too: each table stands in a box of its own. Columns of figures are
 * set to the right by a class, as HTML has no `align` any more.
 */
import type { Element, Root } from 'hast'
import { walkElements } from '../body/walk.js'

export function rehypeTables() {
  return (tree: Root): void => {
    walkElements(tree, 'table', toScrollBox)
  }
}

const CELLS = ['th', 'td'] as const

function toScrollBox(table: Element): Element {
  for (const name of CELLS) walkElements(table, name, alignByClass)
  return { type: 'element', tagName: 'div', properties: { className: ['scroll'], tabIndex: 0 }, children: [table] }
}

/** `<td align=right>` -> `<td class=right>`; other cells as they are. */
function alignByClass(cell: Element): Element | undefined {
  const { align, ...properties } = cell.properties
  return typeof align === 'string' ? { ...cell, properties: { ...properties, className: [align] } } : undefined
}
