/**
 * Prints hast as HTML: the same bytes as rehype-stringify with `collapseEmptyAttributes` and `preferUnquoted`, but
 * several times faster; printing was most of the time of a page. A test compares both.
 *
 * There is one difference: ` href=` in text is escaped, so that simple programs do not take it for an attribute. Only
 * elements, texts and the doctype can be printed; other nodes throw.
 */
import type { Element, Nodes, Properties, Root } from 'hast'
import { find, html, svg } from 'property-information'
import type { Plugin } from 'unified'

/** A compiler for unified: `.use(rehypePrint)` replaces rehype-stringify. */
export const rehypePrint: Plugin<[], Root, string> = function () {
  this.compiler = (tree) => printHtml(tree as Root)
}

export function printHtml(tree: Root): string {
  return printChildren(tree.children, 'html', true)
}

/**
 * Returns a copy of an HTML tree that carries its printed text, for trees on many pages. It must not be changed later.
 */
export function keepPrinted<Node extends Nodes>(node: Node): Node {
  if (node.type === 'root') return { ...node, children: node.children.map(keepPrinted) }
  return node.type === 'element' ? { ...node, [PRINTED]: printElement(node, 'html') } : node
}

const PRINTED = Symbol('as HTML')
type KeptElement = Element & { readonly [PRINTED]?: string }

type Space = 'html' | 'svg'

/** Elements without content and without an end tag. */
const VOID_ELEMENTS: ReadonlySet<string> = new Set([
  ...['area', 'base', 'basefont', 'bgsound', 'br', 'col', 'command', 'embed', 'frame', 'hr', 'image', 'img'],
  ...['input', 'keygen', 'link', 'meta', 'param', 'source', 'track', 'wbr'],
])
/** Elements of SVG whose content is HTML. */
const HTML_INSIDE_SVG: ReadonlySet<string> = new Set(['desc', 'foreignObject', 'title'])
/** Elements whose text is not escaped. */
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

/**
 * The value of a boolean attribute. `download: ''` and `hidden: 'hidden'` are printed without a value, `hidden:
 * 'until-found'` with it; for a plain boolean, `''` is false.
 */
function toBoolean({ name, isOverloaded }: Attribute, value: NonNullable<Properties[string]>) {
  if (value === '') return isOverloaded
  return typeof value === 'string' && value !== name ? value : Boolean(value)
}

function joinTokens({ isCommaSeparated }: Attribute, tokens: readonly (string | number)[]): string {
  if (!isCommaSeparated) return tokens.join(' ').trim()
  const padded = tokens.at(-1) === '' ? [...tokens, ''] : tokens
  return padded.join(', ').trim()
}

/** The attribute for a property. */
interface Attribute {
  readonly name: string
  readonly isBoolean: boolean
  /** True if it may be boolean or have a value, like `download`. */
  readonly isOverloaded: boolean
  readonly isCommaSeparated: boolean
}

const attributeCache = { html: new Map<string, Attribute>(), svg: new Map<string, Attribute>() }

/** `className` -> `class`, `dataRoot` -> `data-root`. */
function attributeOf(property: string, space: Space): Attribute {
  const cached = attributeCache[space].get(property)
  if (cached !== undefined) return cached
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

/** Characters that need quotes. A value without any is printed without quotes, which makes pages smaller. */
const NEEDS_QUOTES = /[\0\t\n\f\r "&'<=>`]/
/**
 * Characters to escape in text; also ` href=`, as in an article with the code ` href="$url"`: zimcheck, and other
 * programs that search for links without reading tags, would report a broken link.
 */
const UNSAFE_IN_TEXT = /[<&]|(?:^| )(?:href|src) *=/
const ALL_UNSAFE_IN_TEXT = new RegExp(UNSAFE_IN_TEXT, 'g')
const UNSAFE_IN_VALUE = /[\0"&'`]| (?:href|src) *=/g
const UNSAFE_IN_NAME = /[\0\t\n\f\r "&'/<=>`]/g

/** Escapes a text. Most texts have nothing to escape; a test is faster than a replacement that replaces nothing. */
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
