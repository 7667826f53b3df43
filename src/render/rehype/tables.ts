/**
 * A plugin for tables: puts each into a box that scrolls on narrow screens, also with the keyboard. The alignment of
 * cells becomes a class, because HTML no longer has the attribute `align`.
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

/** `<td align=right>` -> `<td class=right>`; other cells stay as they are. */
function alignByClass(cell: Element): Element | undefined {
  const { align, ...properties } = cell.properties
  return typeof align === 'string' ? { ...cell, properties: { ...properties, className: [align] } } : undefined
}
