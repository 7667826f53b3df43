/**
 * What JSX in the templates becomes: hast, by the names that are written (`class`, `aria-label`); the printer knows what they are in
 * HTML. hastscript's own runtime looks every name up and takes three times as long; its types say what may be written.
 */
import type { Element, ElementContent, Root } from 'hast'
import type { Child } from 'hastscript'

/** TypeScript looks for it here. */
export type { JSX } from 'hastscript/jsx-runtime'

type Written = Element['properties'] & { readonly children?: Child }

/** `<>...</>` */
export const Fragment = null

/** An element with these properties and children, or, for a fragment, a root. */
export function jsx(name: string | null, { children, ...properties }: Written): Element | Root {
  const nodes: ElementContent[] = []
  addChild(nodes, children)
  if (name === null) return { type: 'root', children: nodes }
  return { type: 'element', tagName: name, properties, children: nodes }
}

/**
 * Of several children: the same.
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
