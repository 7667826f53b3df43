/**
 * Keeps only links that lead to a page, a file or a mailbox: `http`, `https`, `ftp`, `mailto`, `news`, and links of this site.
 * Any other address (`javascript:`, `data:`, `file:`) is text: the element becomes a `span` and the words stay.
 */
import type { Root } from 'hast'
import { walkElements } from '../body/walk.js'

/** `http://example.com/`, `mailto:a@example.com`. */
const SAFE_ADDRESS = /^(?:https?:\/\/|ftp:\/\/|mailto:|news:)\S/i

export function isSafeAddress(address: string): boolean {
  return SAFE_ADDRESS.test(address)
}

export function rehypeSafeLinks() {
  return (tree: Root): void => {
    walkElements(tree, 'a', (node) => {
      const { href } = node.properties
      const isSafe = typeof href === 'string' && (href.startsWith('../') || isSafeAddress(href))
      return isSafe ? undefined : { ...node, tagName: 'span', properties: {} }
    })
  }
}
