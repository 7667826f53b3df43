/**
 * Prints hast as HTML: the very bytes of rehype-stringify with `collapseEmptyAttributes` and `preferUnquoted`, in a fifth of its
 * time, which was more than half of the time of a page. The test holds the two against each other. One thing differs: ` href=` in
 * text is printed so that it can't be taken for an attribute.
 *
 * Knows elements, text and the doctype; anything else in a tree is a defect and ends the build.
 */
import type { Element, Nodes, Properties, Root } from 'hast'
import { find, html, svg } from 'property-information'
import type { Plugin } from 'unified'

/** unified's compiler: `.use(rehypePrint)` in place of rehype-stringify. */
export const rehypePrint: Plugin<[], Root, string> = function () {
  this.compiler = (tree) => printHtml(tree as Root)
}

export function printHtml(tree: Root): string {
  return printChildren(tree.children, 'html', true)
}

/** Prints elements of HTML once, for pages that have them in common; nobody may change them after. */
export function keepPrinted<Node extends Nodes>(node: Node): Node {
  if (node.type === 'root') return { ...node, children: node.children.map(keepPrinted) }
  return node.type === 'element' ? { ...node, [PRINTED]: printElement(node, 'html') } : node
}

const PRINTED = Symbol('as HTML')
type KeptElement = Element & { readonly [PRINTED]?: string }

type Space = 'html' | 'svg'

/** Elements without content and end tag. */
const VOID_ELEMENTS: ReadonlySet<string> = new Set([
  ...['area', 'base', 'basefont', 'bgsound', 'br', 'col', 'command', 'embed', 'frame', 'hr', 'image', 'img'],
  ...['input', 'keygen', 'link', 'meta', 'param', 'source', 'track', 'wbr'],
])
/** Elements of SVG whose content is HTML. */
const HTML_INSIDE_SVG: ReadonlySet<string> = new Set(['desc', 'foreignObject', 'title'])
/** Elements whose text is printed as it is. */
const RAW_TEXT: ReadonlySet<string> = new Set(['script', 'style'])

function printChildren(children: readonly Nodes[], space: Space, escaped: boolean): string {
  let printed = ''
  for (const child of children) printed += printNode(child, space, escaped)
  return printed
}

function printNode(node: Nodes, space: Space, escaped: boolean): string {
  switch (node.type) {
    case 'text':
      return escaped ? escapeText(node.value) : node.value
    case 'element':
      return printElement(node, space)
    case 'doctype':
      return '<!doctype html>'
    default:
      throw new Error(`Expected an element, text or the doctype, found \`${node.type}\``)
  }
}

function printElement(element: KeptElement, outside: Space): string {
  const printed = element[PRINTED]
  if (printed !== undefined) return printed
  const { tagName, properties, children } = element
  const space = outside === 'svg' || tagName === 'svg' ? 'svg' : 'html'
  const inside = HTML_INSIDE_SVG.has(tagName) ? 'html' : space
  const start = `<${tagName}${printProperties(properties, space)}>`
  const content = printChildren(children, inside, !RAW_TEXT.has(tagName))
  if (content === '' && outside === 'html' && VOID_ELEMENTS.has(tagName)) return start
  return `${start}${content}</${tagName}>`
}

function printProperties(properties: Properties, space: Space): string {
  let printed = ''
  for (const name in properties) {
    const value = properties[name]
    if (value !== null && value !== undefined) printed += printProperty(attributeOf(name, space), value)
  }
  return printed
}

function printProperty(attribute: Attribute, given: NonNullable<Properties[string]>): string {
  const value = attribute.isBoolean ? toBoolean(attribute, given) : given
  if (value === false || Number.isNaN(value)) return ''
  if (value === true || value === '') return ` ${attribute.name}`
  const text = Array.isArray(value) ? joinTokens(attribute, value) : String(value)
  if (text === '') return ` ${attribute.name}`
  return NEEDS_QUOTES.test(text) ? ` ${attribute.name}="${escapeValue(text)}"` : ` ${attribute.name}=${text}`
}

/** `download: ''` and `hidden: 'hidden'` stand alone; `hidden: 'until-found'` has a value; a plain boolean's `''` is false. */
function toBoolean({ name, isOverloaded }: Attribute, value: NonNullable<Properties[string]>) {
  if (value === '') return isOverloaded
  return typeof value === 'string' && value !== name ? value : Boolean(value)
}

function joinTokens({ isCommaSeparated }: Attribute, tokens: readonly (string | number)[]): string {
  if (!isCommaSeparated) return tokens.join(' ').trim()
  const padded = tokens.at(-1) === '' ? [...tokens, ''] : tokens
  return padded.join(', ').trim()
}

/** How a property is printed. */
interface Attribute {
  readonly name: string
  readonly isBoolean: boolean
  /** Boolean or with a value. */
  readonly isOverloaded: boolean
  readonly isCommaSeparated: boolean
}

const attributeCache = { html: new Map<string, Attribute>(), svg: new Map<string, Attribute>() }

/** `className` -> `class`, `dataRoot` -> `data-root`. */
function attributeOf(property: string, space: Space): Attribute {
  const known = attributeCache[space].get(property)
  if (known !== undefined) return known
  const found = find(space === 'svg' ? svg : html, property)
  const attribute = {
    name: found.attribute.replace(UNSAFE_IN_NAME, toReference),
    isBoolean: found.boolean === true || found.overloadedBoolean === true,
    isOverloaded: found.overloadedBoolean === true,
    isCommaSeparated: found.commaSeparated === true,
  }
  attributeCache[space].set(property, attribute)
  return attribute
}

/** A value with none of these stands without quotes: 300 bytes a page, 40 deflated. */
const NEEDS_QUOTES = /[\0\t\n\f\r "&'<=>`]/
/**
 * ` href=` of ` href="$url"` in an article's code: zimcheck, and whoever else looks for links without reading tags, takes that for a
 * link that leads nowhere.
 */
const UNSAFE_IN_TEXT = /[<&]|(?:^| )(?:href|src) *=/
const ALL_UNSAFE_IN_TEXT = new RegExp(UNSAFE_IN_TEXT, 'g')
const UNSAFE_IN_VALUE = /[\0"&'`]| (?:href|src) *=/g
const UNSAFE_IN_NAME = /[\0\t\n\f\r "&'/<=>`]/g

/** Most texts have nothing to escape, and to be told so by a test takes half the time of replacing nothing. */
function escapeText(text: string): string {
  return UNSAFE_IN_TEXT.test(text) ? text.replace(ALL_UNSAFE_IN_TEXT, escapeLast) : text
}

function escapeValue(value: string): string {
  return value.replace(UNSAFE_IN_VALUE, escapeLast)
}

/** `<` -> `&#x3C;`, ` href=` -> ` href&#x3D;` */
function escapeLast(unsafe: string): string {
  return unsafe.slice(0, -1) + toReference(unsafe.slice(-1))
}

/** `<` -> `&#x3C;` */
function toReference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`
}
