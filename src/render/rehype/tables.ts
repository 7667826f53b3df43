/**
 * Lets wide tables scroll on narrow screens, by the keyboard too: each table stands in a box of its own.
 */
import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

export function rehypeTables() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'table' || index === undefined || parent === undefined) return
      const box: Element = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['scroll'], tabIndex: 0 },
        children: [node],
      }
      parent.children[index] = box
      return SKIP
    })
  }
}
