/**
 * Reads the tags of a page in one pass, like the tokenizer of HTML: with quoted values, comments and raw text. This is
 * about ten times as fast as a DOM parser.
 */

/**
 * A start tag. Names are in lower case, values are decoded. `text` is the content of a raw text element, else `null`.
 */
export interface StartTag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly text: string | null
}

/** Raw text elements: tags inside them are text. */
const RAW_TEXT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'title',
  'textarea',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
])

/** Receives the tags and texts of a page, in order. Character references in texts are not decoded. */
export interface MarkupVisitor {
  open(tag: StartTag): void
  close?(name: string): void
  text?(text: string): void
}

/** Calls `visit` with each start tag of `html`, in order. */
export function visitTags(html: string, visit: (tag: StartTag) => void): void {
  visitMarkup(html, { open: visit })
}

/** The index of the first start tag for which `isWanted` returns true, or -1. Stops reading there. */
export function findTag(html: string, isWanted: (tag: StartTag) => boolean): number {
  const lower = { text: null as string | null }
  let found = false
  const visitor = {
    open(tag: StartTag) {
      found = isWanted(tag)
    },
  }
  for (let at = html.indexOf('<'); at !== -1; ) {
    const end = readMarkup(html, at, visitor, lower)
    if (found) return at
    at = html.indexOf('<', end)
  }
  return -1
}

/** Passes each tag and text of `html` to `visitor`, in order. Takes time linear in the length for any input. */
export function visitMarkup(html: string, visitor: MarkupVisitor): void {
  const lower = { text: null as string | null }
  let at = 0
  while (at < html.length) {
    const next = html.indexOf('<', at)
    const end = next === -1 ? html.length : next
    if (end > at) visitor.text?.(html.slice(at, end))
    at = next === -1 ? end : readMarkup(html, next, visitor, lower)
  }
}

/**
 * Reads the markup that begins with `<` at `at`; returns the index after it. `lower` caches the page in lower case,
 * which is made only if needed.
 */
function readMarkup(html: string, at: number, visitor: MarkupVisitor, lower: { text: string | null }): number {
  if (html.startsWith('<!--', at)) return endOf(html, '-->', at + 4)
  if (html[at + 1] === '!' || html[at + 1] === '?') return endOf(html, '>', at + 2)
  if (html[at + 1] === '/') {
    visitor.close?.(html.slice(at + 2, skipUntil(html, at + 2, isNameEnd)).toLowerCase())
    return endOf(html, '>', at + 2)
  }
  if (!isLetter(html.charCodeAt(at + 1))) {
    visitor.text?.('<')
    return at + 1
  }
  const nameEnd = skipUntil(html, at + 1, isNameEnd)
  const name = html.slice(at + 1, nameEnd).toLowerCase()
  const { attributes, end } = readAttributes(html, nameEnd)
  if (!RAW_TEXT.has(name)) {
    visitor.open({ name, attributes, text: null })
    return end
  }
  lower.text ??= html.toLowerCase()
  const close = lower.text.indexOf(`</${name}`, end)
  const textEnd = close === -1 ? html.length : close
  visitor.open({ name, attributes, text: html.slice(end, textEnd) })
  return textEnd
}

/**
 * Reads the attributes of a tag up to its `>`.
 *
 *     > | <a href="x.html" title='a > b' hidden>
 *           ^ from                              ^ end
 */
function readAttributes(html: string, from: number): { attributes: ReadonlyMap<string, string>; end: number } {
  let attributes: Map<string, string> | null = null
  let at = from
  while (true) {
    at = skipUntil(html, at, isNoSeparator)
    if (at >= html.length) return { attributes: attributes ?? NO_ATTRIBUTES, end: at }
    if (html[at] === '>') return { attributes: attributes ?? NO_ATTRIBUTES, end: at + 1 }
    const nameEnd = skipUntil(html, at + 1, isAttributeNameEnd)
    const name = html.slice(at, nameEnd).toLowerCase()
    const value = readValue(html, nameEnd)
    attributes ??= new Map()
    if (!attributes.has(name)) attributes.set(name, decodeReferences(value.text))
    at = value.end
  }
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()

/** Reads `="value"`, `='value'`, `=value` or nothing. */
function readValue(html: string, from: number): { readonly text: string; readonly end: number } {
  const equals = skipUntil(html, from, isNoSpace)
  if (html[equals] !== '=') return { text: '', end: from }
  const start = skipUntil(html, equals + 1, isNoSpace)
  const quote = html[start]
  if (quote === '"' || quote === "'") {
    const close = html.indexOf(quote, start + 1)
    const end = close === -1 ? html.length : close
    return { text: html.slice(start + 1, end), end: Math.min(end + 1, html.length) }
  }
  const end = skipUntil(html, start, isValueEnd)
  return { text: html.slice(start, end), end }
}

/** `&#x26;`, `&#38;`, and the five names that serializers use. */
const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/gi
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Replaces the character references in a text; unknown ones stay as they are. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(REFERENCE, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

function endOf(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from)
  return at === -1 ? html.length : at + mark.length
}

function skipUntil(html: string, from: number, stop: (code: number) => boolean): number {
  let at = from
  while (at < html.length && !stop(html.charCodeAt(at))) at++
  return at
}

const SLASH = 0x2f
const EQUALS = 0x3d
const GREATER = 0x3e

const isLetter = (code: number) => (code | 32) >= 0x61 && (code | 32) <= 0x7a
const isSpace = (code: number) => code === 0x20 || (code >= 0x09 && code <= 0x0d)
const isNoSpace = (code: number) => !isSpace(code)
const isNoSeparator = (code: number) => !isSpace(code) && code !== SLASH
const isNameEnd = (code: number) => isSpace(code) || code === SLASH || code === GREATER
const isAttributeNameEnd = (code: number) => isNameEnd(code) || code === EQUALS
const isValueEnd = (code: number) => isSpace(code) || code === GREATER
