/**
 * A page's tags, found in one pass, and the page made harmless before anything builds a tree of it.
 *
 * Scripts, styles, comments, drawings and lists of choices become blanks, as many as they had characters: places in the page stay what they
 * were. So do tags that are nested too deeply or too many: a tree of them would take more than linear time, or a deeper stack than there is.
 * Their text stays. Follows the tokenizer of the HTML Standard where that decides what is a tag.
 */

/** A tag that is left in the page. */
export interface Tag {
  readonly name: string
  readonly isEnd: boolean
  readonly start: number
  /** One past the `>`. */
  readonly end: number
}

/** A page without what shows no text. */
export interface ScannedPage {
  /** As long as the page. */
  readonly text: string
  readonly tags: readonly Tag[]
  /** The content of the first `<title>`. */
  readonly title: string
}

/** Browsers nest no deeper than 512 elements; no article needs an eighth of it. */
const MAX_DEPTH = 64
/** Elements of a page, those counted that an unclosed `<b>` opens again in each paragraph. The longest articles have 20,000. */
const MAX_ELEMENTS = 30_000
/** Each is compared with all others of its tag. */
const MAX_ATTRIBUTES = 64

/** Their content is no text, or no tags are in it. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes'])
/** Left out with what they hold, where they are closed. */
const CONTROLS = new Set([
  'select',
  'svg',
  'math',
  'template',
  'object',
  'applet',
  'audio',
  'video',
  'canvas',
  'datalist',
])
/** Only the tag is left out. */
const IGNORED = new Set(['plaintext', 'frameset', 'frame', 'base', 'option', 'optgroup', 'param', 'embed', 'noscript'])
const VOID = new Set([
  'area',
  'br',
  'col',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
  'image',
  'keygen',
])
/** Opening one closes another: they do not nest by themselves. */
const SELF_CLOSING = new Set([
  'p',
  'li',
  'dt',
  'dd',
  'tr',
  'td',
  'th',
  'tbody',
  'thead',
  'tfoot',
  'colgroup',
  'a',
  'body',
  'html',
  'head',
])
const FORMATTING = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))

/** Scans a page. */
export function scanHtml(source: string): ScannedPage {
  const scanner = new Scanner(source)
  scanner.run()
  return { text: scanner.text(), tags: scanner.tags, title: scanner.title }
}

const COMMENT_END = /--!?>/g
const NAME = /[^\s/>]{1,64}/y
const LETTER = /[A-Za-z]/

class Scanner {
  readonly tags: Tag[] = []
  title = ''
  readonly #source: string
  readonly #pieces: string[] = []
  /** All before it is in the pieces. */
  #done = 0
  #at = 0
  #depth = 0
  #elements = 0
  #formatting = 0
  readonly #open = new Map<string, number>()
  readonly #skipped = new Map<string, number>()
  /** Elements of which no further end tag exists. */
  readonly #endless = new Set<string>()

  constructor(source: string) {
    this.#source = source
  }

  text(): string {
    return this.#pieces.join('') + this.#source.slice(this.#done)
  }

  run(): void {
    for (let start = this.#source.indexOf('<'); start >= 0; start = this.#source.indexOf('<', this.#at)) {
      const next = this.#source[start + 1] ?? ''
      if (next === '!' || next === '?') this.#skipDeclaration(start)
      else if (LETTER.test(next)) this.#readTag(start, start + 1, false)
      else if (next === '/' && LETTER.test(this.#source[start + 2] ?? '')) this.#readTag(start, start + 2, true)
      else if (next === '/') this.#blank(start, this.#endAt(this.#source.indexOf('>', start)))
      else this.#at = start + 1
    }
  }

  #skipDeclaration(start: number): void {
    if (!this.#source.startsWith('<!--', start)) {
      this.#blank(start, this.#endAt(this.#source.indexOf('>', start)))
      return
    }
    COMMENT_END.lastIndex = start + 2
    const end = COMMENT_END.exec(this.#source)
    this.#blank(start, end === null ? this.#source.length : end.index + end[0].length)
  }

  #endAt(index: number): number {
    return index < 0 ? this.#source.length : index + 1
  }

  /** Replaces characters by blanks; line ends stay. */
  #blank(from: number, to: number): void {
    this.#pieces.push(this.#source.slice(this.#done, from))
    for (const part of this.#source.slice(from, to).split(LINE_ENDS))
      this.#pieces.push(LINE_END.test(part) ? part : ' '.repeat(part.length))
    this.#done = to
    this.#at = to
  }

  #readTag(start: number, nameStart: number, isEnd: boolean): void {
    NAME.lastIndex = nameStart
    const name = (NAME.exec(this.#source)?.[0] ?? '').toLowerCase()
    const { end, attributes } = readAttributes(this.#source, nameStart + name.length)
    const tag = { name, isEnd, start, end }
    if (!isEnd && (RAW.has(name) || CONTROLS.has(name))) this.#skipElement(tag)
    else if (RAW.has(name) || CONTROLS.has(name) || IGNORED.has(name)) this.#blank(start, end)
    else if (isEnd ? this.#skipsEnd(name) : this.#skipsStart(name)) this.#blank(start, end)
    else {
      this.tags.push(tag)
      this.#at = end
      if (attributes > MAX_ATTRIBUTES) this.#blank(nameStart + name.length, end - 1)
      this.#at = end
    }
  }

  /** Leaves an element out, with what is in it. Without an end tag that is the rest of the page, or for what browsers nest only the tag. */
  #skipElement({ name, start, end }: Tag): void {
    const close = this.#endless.has(name) ? -1 : this.#findEnd(name, end)
    if (close < 0) {
      this.#endless.add(name)
      this.#blank(start, RAW.has(name) ? this.#source.length : end)
      return
    }
    if (name === 'title' && this.title === '') this.title = this.#source.slice(end, close)
    this.#blank(start, this.#endAt(this.#source.indexOf('>', close)))
  }

  #findEnd(name: string, from: number): number {
    const pattern = END_TAGS.get(name) ?? /$/g
    pattern.lastIndex = from
    return pattern.exec(this.#source)?.index ?? -1
  }

  #skipsStart(name: string): boolean {
    this.#elements += 1 + this.#formatting
    if (this.#elements > MAX_ELEMENTS) return this.#remember(name)
    if (VOID.has(name)) return false
    const open = this.#open.get(name) ?? 0
    if (SELF_CLOSING.has(name) && open > 0) return false
    if (this.#depth >= MAX_DEPTH) return this.#remember(name)
    this.#open.set(name, open + 1)
    if (!SELF_CLOSING.has(name)) this.#depth++
    if (FORMATTING.has(name)) this.#formatting++
    return false
  }

  /** Remembers a start tag that is left out, so that its end tag is left out, too. */
  #remember(name: string): boolean {
    this.#skipped.set(name, (this.#skipped.get(name) ?? 0) + 1)
    return true
  }

  #skipsEnd(name: string): boolean {
    const skipped = this.#skipped.get(name) ?? 0
    if (skipped > 0) {
      this.#skipped.set(name, skipped - 1)
      return true
    }
    const open = this.#open.get(name) ?? 0
    // an end tag without a start tag makes an element, of `p` and `br`, or is nothing
    if (open === 0) return true
    this.#open.set(name, open - 1)
    if (!SELF_CLOSING.has(name)) this.#depth--
    if (FORMATTING.has(name)) this.#formatting--
    return false
  }
}

const LINE_ENDS = /([\r\n]+)/
const LINE_END = /^[\r\n]/
/** `</script`, and what ends a tag's name. */
const END_TAGS: ReadonlyMap<string, RegExp> = new Map([
  ['script', /<\/script[\s/>]/gi],
  ['style', /<\/style[\s/>]/gi],
  ['textarea', /<\/textarea[\s/>]/gi],
  ['title', /<\/title[\s/>]/gi],
  ['xmp', /<\/xmp[\s/>]/gi],
  ['iframe', /<\/iframe[\s/>]/gi],
  ['noembed', /<\/noembed[\s/>]/gi],
  ['noframes', /<\/noframes[\s/>]/gi],
  ['select', /<\/select[\s/>]/gi],
  ['svg', /<\/svg[\s/>]/gi],
  ['math', /<\/math[\s/>]/gi],
  ['template', /<\/template[\s/>]/gi],
  ['object', /<\/object[\s/>]/gi],
  ['applet', /<\/applet[\s/>]/gi],
  ['audio', /<\/audio[\s/>]/gi],
  ['video', /<\/video[\s/>]/gi],
  ['canvas', /<\/canvas[\s/>]/gi],
  ['datalist', /<\/datalist[\s/>]/gi],
])

const SPACE = /\s/

/**
 * Reads a tag from the end of its name to its `>`. A quotation mark counts only where a value begins, and `=` begins one only after a name.
 */
function readAttributes(source: string, from: number): { readonly end: number; readonly attributes: number } {
  let attributes = 0
  let hasName = false
  let isApart = true
  for (let at = from; at < source.length; at++) {
    const sign = source[at] ?? ''
    if (sign === '>') return { end: at + 1, attributes }
    if (SPACE.test(sign)) isApart = true
    else if (sign === '/') {
      hasName = false
      isApart = true
    } else if (sign === '=' && hasName) {
      at = endOfValue(source, at + 1) - 1
      hasName = false
      isApart = true
    } else {
      if (isApart) attributes++
      hasName = true
      isApart = false
    }
  }
  return { end: source.length, attributes }
}

/** One past a value: past its closing quotation mark, or before the blank or `>` that ends it. */
function endOfValue(source: string, from: number): number {
  let at = from
  while (at < source.length && SPACE.test(source[at] ?? '')) at++
  const quote = source[at] ?? ''
  if (quote === '"' || quote === "'") {
    const end = source.indexOf(quote, at + 1)
    return end < 0 ? source.length : end + 1
  }
  while (at < source.length && source[at] !== '>' && !SPACE.test(source[at] ?? '')) at++
  return at
}
