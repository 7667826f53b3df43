/**
 * Walks the elements of a tree. unist-util-visit would be one of the largest costs of a page, because it renames its
 * inner function for every node.
 */
import type { Element, ElementContent, Root } from 'hast'

/**
 * Calls `visit` with each element named `tagName`, outer ones first. An element that it returns replaces the visited
 * one and is not walked into; `undefined` leaves the element in place.
 */
export function walkElements(
  parent: Root | Element,
  tagName: string,
  visit: (element: Element) => ElementContent | undefined,
): void {
  const { children } = parent
  for (let index = 0; index < children.length; index++) {
    const child = children[index]
    if (child?.type !== 'element') continue
    const replacement = child.tagName === tagName ? visit(child) : undefined
    if (replacement === undefined) walkElements(child, tagName, visit)
    else children[index] = replacement
  }
}
