/**
 * Lets wide tables scroll on narrow screens, by the keyboard too: each table stands in a box of its own.
 */
import type { Element, Root } from 'hast'
import { walkElements } from '../walk.js'

export function rehypeTables() {
  return (tree: Root): void => {
    walkElements(tree, 'table', toScrollBox)
  }
}

function toScrollBox(table: Element): Element {
  return { type: 'element', tagName: 'div', properties: { className: ['scroll'], tabIndex: 0 }, children: [table] }
}
