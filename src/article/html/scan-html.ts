/**
 * Finds a page's tags in one pass, and makes the page safe to parse into a tree.
 *
 * Scripts, styles, comments, drawings and form controls are replaced by blanks of the same length, so that offsets do
 * not change. So are tags beyond the limits of depth and number, because parsing them takes more than linear time or
 * overflows the stack. Their text stays. Tags are recognised as by the tokenizer of the HTML Standard.
 */

/** A tag that remains in the page. `start` and `end` are UTF-16 offsets. */
export interface Tag {
  readonly name: string
  readonly isEnd: boolean
  readonly start: number
  /** One past the `>`. */
  readonly end: number
}

/** A page without the parts that show no text. */
export interface ScannedPage {
  /** The page's text, as long as its source. */
  readonly text: string
  readonly tags: readonly Tag[]
  /** The content of the first `<title>`. */
  readonly title: string
}

/** Depth limit of elements. Browsers allow 512; articles need far less. */
const MAX_DEPTH = 64
/**
 * Limit of a page's elements. An unclosed `<b>` counts again at each start tag, since the parser reopens it there. The
 * longest articles have 20,000.
 */
const MAX_ELEMENTS = 30_000
/** Limit of a tag's attributes: the parser compares each with all others. */
const MAX_ATTRIBUTES = 64

/** Elements with content that is no text, or that has no tags. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes'])
/** Elements that are removed with their content if they are closed. */
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
/** Elements that lose only their tags. */
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
/** Elements that do not nest: a start tag closes an open element of the same kind. */
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
  /** Offset up to which the source has been copied to the pieces. */
  #done = 0
  #at = 0
  #depth = 0
  #elements = 0
  #formatting = 0
  readonly #open = new Map<string, number>()
  readonly #skipped = new Map<string, number>()
  /** Elements that have no further end tag. */
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

  /** Replaces characters by blanks. Line ends stay. */
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

  /**
   * Removes an element with its content. Without an end tag, removes the rest of the page for a raw element, else only
   * the tag.
   */
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

  /** Counts a removed start tag, so that its end tag is removed too. */
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
    // an end tag without a start tag creates an empty `p` or `br`, or means nothing
    if (open === 0) return true
    this.#open.set(name, open - 1)
    if (!SELF_CLOSING.has(name)) this.#depth--
    if (FORMATTING.has(name)) this.#formatting--
    return false
  }
}

const LINE_ENDS = /([\r\n]+)/
const LINE_END = /^[\r\n]/
/** End tag of each element, up to the character after its name. */
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
 * Reads a tag from the end of its name to its `>`. A quotation mark counts only at the start of a value, and `=` starts
 * a value only after a name. Returns the offset after the `>`, and the number of attributes.
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

/** Returns the end of a value: one past its closing quotation mark, or the blank or `>` that ends it. */
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
