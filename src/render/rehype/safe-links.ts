/**
 * A plugin that keeps only safe links: `http`, `https`, `ftp`, `mailto`, `news`, and links inside the site. For any
 * other address (`javascript:`, `data:`, `file:`) the element becomes a `span`; its text stays.
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
