/**
 * Makes elements. Text is inserted as text nodes only, so the text of an article or a query never becomes markup.
 */

export type Child = Node | string | null | readonly Child[]

export type Attributes = Readonly<Record<string, string | number | boolean | null | ((event: Event) => void)>>

/**
 * `element('a', { class: 'hit', href }, 'title')`. `null` and `false` leave an attribute out; a function is a listener.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const node = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue
    if (typeof value === 'function') node.addEventListener(key, value)
    else node.setAttribute(key, value === true ? '' : String(value))
  }
  append(node, children)
  return node
}

/** Replaces the content of `parent`. */
export function fill(parent: Element, ...children: readonly Child[]): void {
  parent.textContent = ''
  append(parent, children)
}

function append(parent: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null) continue
    if (typeof child === 'string' || child instanceof Node) parent.append(child)
    else append(parent, child)
  }
}

/** The first element that matches and is of the given class, or null. */
export function find<Kind extends Element>(
  selector: string,
  kind: new () => Kind,
  within: ParentNode = document,
): Kind | null {
  const found = within.querySelector(selector)
  return found instanceof kind ? found : null
}
