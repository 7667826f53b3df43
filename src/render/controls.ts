/**
 * Handles characters that act instead of being shown: control characters, and characters that reorder or hide text.
 *
 * A page shows where they are, and keeps them from acting on the text around them. In places that can hold only text
 * (titles, attributes, feeds) they are replaced by their names.
 */
import type { Element, ElementContent, Properties, Root, RootContent } from 'hast'

/** Control and format characters except tab and line feed, lone surrogates, and the two characters that XML forbids. */
const CONTROL = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]/u
const CONTROLS = new RegExp(CONTROL, 'gu')
const CONTROLS_KEPT = new RegExp(`(${CONTROL.source})`, 'u')

/** Elements that can contain only text. */
const TEXT_ONLY: ReadonlySet<string> = new Set(['title', 'script', 'style', 'textarea'])
const CONTROL_PICTURES = 0x2400

/** Characters that are rare in texts: a superset of `CONTROL`, and much faster to test. Most pages have none. */
const UNUSUAL = /[^\t\n -~\u00a0-\u00ac\u00ae-\u05ff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff]/

export function hasControls(text: string): boolean {
  return UNUSUAL.test(text) && CONTROL.test(text)
}

/** Replaces each control character by its name: ESC by `␛`, an override by `[U+202E]`. */
export function nameControls(text: string): string {
  return text.replace(CONTROLS, nameOf)
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return code < 0x20 ? String.fromCharCode(CONTROL_PICTURES + code) : `[U+${toHex(code)}]`
}

function toHex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0')
}

/** A copy of the tree with each control character in a `bdi` of its own, which limits its effect to that element. */
export function markControls(tree: Root): Root {
  return { ...tree, children: tree.children.flatMap(markNode) }
}

function markNode<Node extends RootContent>(node: Node): (Node | ElementContent)[] {
  if (node.type === 'element') return [markElement(node)]
  return node.type === 'text' ? markText(node.value) : [node]
}

function markElement(element: Element): Element {
  const properties: Properties = {}
  for (const [name, value] of Object.entries(element.properties)) {
    properties[name] = typeof value === 'string' ? nameControls(value) : value
  }
  const children = TEXT_ONLY.has(element.tagName) ? element.children.map(nameText) : element.children.flatMap(markNode)
  return { type: 'element', tagName: element.tagName, properties, children }
}

function nameText(node: ElementContent): ElementContent {
  return node.type === 'text' ? { type: 'text', value: nameControls(node.value) } : node
}

function markText(text: string): ElementContent[] {
  const parts = text.split(CONTROLS_KEPT).filter((part) => part !== '')
  return parts.map((part) => (hasControls(part) ? toMark(part) : { type: 'text', value: part }))
}

/** The `bdi` for a control character. HTML cannot contain NUL, so its picture is shown. */
function toMark(character: string): Element {
  const value = character === '\u0000' ? nameOf(character) : character
  const properties = { className: ['control'], dataCode: toHex(character.codePointAt(0) ?? 0) }
  return { type: 'element', tagName: 'bdi', properties, children: [{ type: 'text', value }] }
}
