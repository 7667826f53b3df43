/**
 * The text of a rendered tree, to prove that no text of an article is lost. What `renderBody` adds (labels, link
 * targets, hints) is in attributes, so the text of the tree is that of the article.
 */
import type { Nodes } from 'hast'

const WHITE_SPACE = /\s+/g

/** All text of a tree, in order, without white space. */
export function visibleText(node: Nodes): string {
  const parts: string[] = []
  collect(node, parts)
  return parts.join('').replace(WHITE_SPACE, '')
}

function collect(node: Nodes, parts: string[]): void {
  if (node.type === 'text') parts.push(node.value)
  else if ('children' in node) for (const child of node.children) collect(child, parts)
}
