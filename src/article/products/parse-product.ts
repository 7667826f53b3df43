/**
 * Parses a line of an applies-to list to a product of the tree, its edition and its versions.
 *
 *     Microsoft Windows NT Server, Enterprise Edition versions 4.0, 4.0 SP4
 *     ->  windows-nt   Server, Enterprise Edition   [4.0, 4.0 SP4]
 *
 * A line is parsed only if every word is understood: a name, then editions, platforms, versions, and what it is used
 * with. A name that the tree lacks must have versions after it. Other lines stay text, also those that are too general
 * (`Microsoft Windows`).
 */
import type { ListedProduct } from '../article.js'
import { isNumber, PhraseTable, splitWords } from './phrases.js'
import { LINE_NAMES, type ProductName, skipMaker, toProductId } from './product-index.js'
import { splitNumber, toNumber, toPack } from './product-versions.js'
import { CONTEXTS, EDITIONS, FILLERS, PLATFORMS } from './qualifiers.js'

type Qualifier =
  | { readonly type: 'edition' | 'platform'; readonly text: string }
  | { readonly type: 'filler' }
  | { readonly type: 'context' }

const QUALIFIERS = new PhraseTable<Qualifier>()
for (const text of EDITIONS) QUALIFIERS.add(text, { type: 'edition', text })
for (const text of PLATFORMS)
  for (const word of ['for', 'on']) QUALIFIERS.add(`${word} ${text}`, { type: 'platform', text: `${word} ${text}` })
for (const text of FILLERS) QUALIFIERS.add(text, { type: 'filler' })
for (const text of CONTEXTS) QUALIFIERS.add(text, { type: 'context' })

/** Matches the label of a platform's line: `the operating system: Microsoft Windows NT 4.0`. */
const PLATFORM_LABEL = /^the (?:operating system|hardware): {0,3}/i
/**
 * Matches an editor's note:
 * `*EDITOR Please do not choose this product*Microsoft Visual C++ 32-bit Edition* use 241, 265`.
 */
const EDITORS_NOTE = /^\*editor[^*]{0,60}\*|\* use \d{1,5}(?:, {0,2}\d{1,5}){0,9}/gi
/** Length limit of a line, in UTF-16 code units. */
const LONGEST_LINE = 400

/** Returns the product of a line; `null`: the line stays text. */
export function parseProduct(text: string): ListedProduct | null {
  if (text.length > LONGEST_LINE) return null
  const cached = lineCache.get(text)
  if (cached !== undefined) return cached
  const product = readProduct(text)
  if (lineCache.size >= CACHED_LINES) lineCache.clear()
  lineCache.set(text, product)
  return product
}

/** Cache by line, since many articles have the same lines. */
const lineCache = new Map<string, ListedProduct | null>()
const CACHED_LINES = 4_096

function readProduct(text: string): ListedProduct | null {
  const written = splitWords(text.replace(PLATFORM_LABEL, '').replace(EDITORS_NOTE, ' '))
  const words = written.map((word) => word.toLowerCase())
  const start = skipMaker(words)
  for (const { value, length, numbers } of LINE_NAMES.findAll(words, start)) {
    const rest = value.product.entry.open === true ? NOTHING : readRest(words, start + length)
    if (rest === null) continue
    const product = toListedProduct(value, numbers, rest)
    if (product !== null) return product
  }
  return readUnknown(text, { written, words, start })
}

/** Word limit of a name that the tree lacks. */
const LONGEST_NAME = 8
/** Matches the start of a name, a capital or a number: `Tidewater`, `3D`, `.NET`. */
const NAME_BEGINNING = /^[A-Z\d.]/

/**
 * Reads a name that the tree lacks: `Tidewater SQL, versions 6.0, 6.5`. Takes the shortest name after which every word
 * is understood and some are versions.
 */
function readUnknown(
  text: string,
  {
    written,
    words,
    start,
  }: { readonly written: readonly string[]; readonly words: readonly string[]; readonly start: number },
): ListedProduct | null {
  if (!NAME_BEGINNING.test(written[start] ?? '')) return null
  for (let length = 1; length <= LONGEST_NAME && start + length < words.length; length++) {
    const rest = readRest(words, start + length)
    // A single word, such as `Server`, may be the end of the name.
    if (rest === null || rest.versions.length === 0 || rest.editions.some((edition) => !edition.includes(' '))) continue
    const name = written.slice(start, start + length).join(' ')
    const isKnown = LINE_NAMES.findAll(words, start).some((known) => known.length === length)
    const id = toProductId(name)
    if (isKnown || id === '' || !text.includes(name)) return null
    return { id, name, edition: toEdition(rest), versions: rest.versions }
  }
  return null
}

function toEdition({ editions }: Rest): string | null {
  return editions.length === 0 ? null : editions.join(', ')
}

interface Rest {
  readonly editions: readonly string[]
  readonly versions: readonly string[]
}

const NOTHING: Rest = { editions: [], versions: [] }

/** Reads the words after a name; `null`: one of them is not understood. */
function readRest(words: readonly string[], from: number): Rest | null {
  const editions: string[] = []
  const versions = new VersionReader()
  let at = from
  while (at < words.length) {
    const taken = versions.take(words, at)
    const found = taken === 0 ? QUALIFIERS.find(words, at) : null
    if (taken === 0 && found === null) return null
    if (found !== null && found.value.type === 'context') break
    if (found !== null && 'text' in found.value)
      editions.push(found.value.text.replace(' #', found.numbers.map((number) => ` ${number}`).join('')))
    at += taken + (found?.length ?? 0)
  }
  return { editions: [...new Set(editions)], versions: versions.all() }
}

/** Collects versions: numbers, and the service packs of the last number. */
class VersionReader {
  readonly #versions: string[] = []
  #number = ''
  #isPacks = false

  /** Returns the number of words from `at` on that are a version or part of one; 0: none. */
  take(words: readonly string[], at: number): number {
    const word = words[at] ?? ''
    const pack = toPack(word)
    if (pack !== null) return this.#addPack(pack, 1)
    if (word === 'service' && PACK_WORDS.has(words[at + 1] ?? '')) return this.#takePacks(words, at)
    if (!isNumber(word)) {
      this.#isPacks = false
      return 0
    }
    if (this.#isPacks && PACK_NUMBER.test(word)) return this.#addPack(`SP${word}`, 1)
    const { number, pack: glued } = splitNumber(word)
    this.#number = number
    this.#versions.push(glued === null ? number : `${number} ${glued}`)
    return 1
  }

  /** Reads `Service Pack 1`, `Service Packs 1, 2, 3`, `Service Release 1 (SR-1)`. */
  #takePacks(words: readonly string[], at: number): number {
    const number = words[at + 2] ?? ''
    if (!PACK_NUMBER.test(number)) return 0
    this.#isPacks = words[at + 1] === 'packs'
    return this.#addPack(words[at + 1] === 'release' ? `SR-${number}` : `SP${number}`, 3)
  }

  #addPack(pack: string, length: number): number {
    const version = this.#number === '' ? pack : `${this.#number} ${pack}`
    const last = this.#versions.length - 1
    // In `5.5 Service Pack 1` the number is no version of its own. In `5.5, 5.5 SP1` it is, and is listed twice.
    if (this.#versions[last] === this.#number && this.#number !== '') this.#versions[last] = version
    else this.#versions.push(version)
    return length
  }

  all(): readonly string[] {
    return [...new Set(this.#versions)]
  }
}

const PACK_WORDS = new Set(['pack', 'packs', 'release'])
/** Matches the number of a service pack: `6a`. */
const PACK_NUMBER = /^\d[a-z]?$/

function toListedProduct(found: ProductName, numbers: readonly string[], rest: Rest): ListedProduct | null {
  const { id, name } = found.product
  const implied = found.version === null ? numbers.map(toNumber) : [found.version]
  const versions = combine(
    implied,
    rest.versions.map((version) => withoutName(name, version)),
  )
  if (found.needs !== null && !isSpecific(versions, found.needs)) return null
  return { id, name, edition: toEdition(rest), versions }
}

function isSpecific(versions: readonly string[], beginnings: readonly string[]): boolean {
  return versions.length > 0 && versions.every((version) => beginnings.some((begin) => version.startsWith(begin)))
}

/** Removes the number that the name already contains: `2000 SP1` of Windows 2000 is `SP1`. */
function withoutName(name: string, version: string): string {
  const [number = '', ...more] = version.split(' ')
  return more.length > 0 && name.endsWith(` ${number}`) ? more.join(' ') : version
}

const WHOLE = /\.0$/

/**
 * Combines the version that a name implies with its service packs: `Exchange 2000 Server, versions SP1, SP2`. Also
 * `OEM Service Release, version 2`.
 */
function combine(implied: readonly string[], own: readonly string[]): string[] {
  const [only] = implied
  if (only === undefined) return [...new Set(own)]
  const isPart = (version: string) => version.startsWith('SP') || version.startsWith('SR') || only === 'OSR'
  if (own.length > 0 && own.every(isPart)) return own.map((version) => `${only} ${version.replace(WHOLE, '')}`)
  return [...new Set([...implied, ...own])]
}
