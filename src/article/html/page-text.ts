/** Text of a part of a page. */
import type { Nodes } from 'hast'

/** Returns all text below a node, in order. */
export function textOf(node: Nodes): string {
  const texts: string[] = []
  const pending: Nodes[] = [node]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.type === 'text') texts.push(next.value)
    else if ('children' in next)
      for (let index = next.children.length - 1; index >= 0; index--) {
        const child = next.children[index]
        if (child !== undefined) pending.push(child)
      }
  }
  return texts.join('')
}
