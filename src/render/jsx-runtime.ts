/**
 * The JSX runtime of the templates: JSX becomes hast. Properties keep the names that are written (`class`,
 * `aria-label`); the printer converts them. This is much faster than hastscript's runtime, which looks up every name;
 * its types are used.
 */
import type { Element, ElementContent, Root } from 'hast'
import type { Child } from 'hastscript'

/** The types of JSX, which TypeScript expects in this module. */
export type { JSX } from 'hastscript/jsx-runtime'

type Written = Element['properties'] & { readonly children?: Child }

/** The type of `<>...</>`. */
export const Fragment = null

/** Makes an element; for a fragment (`null`), a root. */
export function jsx(name: string | null, { children, ...properties }: Written): Element | Root {
  const nodes: ElementContent[] = []
  addChild(nodes, children)
  if (name === null) return { type: 'root', children: nodes }
  return { type: 'element', tagName: name, properties, children: nodes }
}

/**
 * The function for elements with several children; the same.
 *
 * @alias
 */
export const jsxs = jsx

function addChild(nodes: ElementContent[], child: Child): void {
  if (child === null || child === undefined) return
  if (typeof child === 'string' || typeof child === 'number') nodes.push({ type: 'text', value: String(child) })
  else if (!('type' in child)) for (const part of child) addChild(nodes, part)
  else if (child.type === 'root') for (const node of child.children) addChild(nodes, node)
  else if (child.type !== 'doctype') nodes.push(child)
}
