/**
 * The digests of a bucket as columns of numbers. The catalog reads all digests in every build, and columns are several
 * times faster to read than one object per article.
 *
 *     file     column-numbers  tables-bytes  column*  tables  card*
 *     column   count  number*                   `count` numbers
 *     tables   JSON of `Tables`: the texts for which the columns have indices
 *     card     `toCardText` of an article, as UTF-8
 *
 * A number has 4 bytes, in the machine's byte order. `column-numbers` is the length of all columns in numbers, counts
 * included; `tables-bytes` is the length of the tables in bytes. The columns are in the order of their declarations:
 * `NUMBER_COLUMNS`, the starts of the cards, `FACET_COLUMNS`, `LIST_COLUMNS`. A list takes two columns: starts, values.
 *
 * A new column is one line in `NUMBER_COLUMNS` or `LIST_COLUMNS`: the writer, the reader and the type `DigestTable`
 * follow. The file needs no version: like every cached file, it depends on a hash of the code (`code-keys.ts`).
 */
import type { Facet } from '../../render/view.js'
import { toDateNumber } from '../store/iso-date.js'
import { toCardText, withProduct } from './card-text.js'
import type { Digest } from './digest.js'
import { withProductCode } from './product-codes.js'
import { signsOf } from './signs.js'
import { toSortKey } from './sort-key.js'

/** A list of numbers for each article: list `i` is `values[starts[i]]` to `values[starts[i + 1] - 1]`. */
export interface NumberLists {
  readonly values: Uint32Array
  readonly starts: Uint32Array
}

/** The facets that a digest lists values of. `filed` is missing: its code may be learnt from other buckets. */
export type ListedFacet = Exclude<Facet, 'filed'>

/** The values for which the columns have indices. */
interface Tables {
  /** Values of facets; names of sections, blocks and problems. */
  readonly labels: readonly string[]
  /** The signs that `related.ts` compares. */
  readonly signs: readonly string[]
  readonly products: readonly Digest['product'][]
  /** Sets of issue types. */
  readonly issueTypes: readonly (readonly string[])[]
  /** The sort key of each article's title. */
  readonly sortKeys: readonly string[]
}

/** Gives values numbers in the order in which they are first seen. */
class Numbering<T> {
  readonly values: T[] = []
  readonly #numbers = new Map<string, number>()
  readonly #toKey: (value: T) => string

  constructor(toKey: (value: T) => string) {
    this.#toKey = toKey
  }

  numberOf(value: T): number {
    const key = this.#toKey(value)
    const number = this.#numbers.get(key)
    if (number !== undefined) return number
    this.#numbers.set(key, this.values.length)
    return this.values.push(value) - 1
  }

  numbersOf(values: Iterable<T>): number[] {
    return Array.from(values, (value) => this.numberOf(value))
  }
}

/** The tables of a file while it is written. */
class TableNumbering {
  readonly labels = new Numbering<string>(String)
  readonly signs = new Numbering<string>(String)
  readonly products = new Numbering<Digest['product']>(JSON.stringify)
  readonly issueTypes = new Numbering<readonly string[]>(JSON.stringify)
}

type NumberColumn = (digest: Digest, tables: TableNumbering) => number
type ListColumn = (digest: Digest, tables: TableNumbering) => readonly number[]

/** Columns with one number per article. */
const NUMBER_COLUMNS = {
  numbers: ({ number }) => number,
  /** 20020611 for 11 June 2002; 0: no date. */
  dates: ({ modified }) => toDateNumber(modified),
  /** An index into `products`. */
  product: ({ product }, { products }) => products.numberOf(product),
  /** An index into `issueTypes`. */
  issueType: (digest, { issueTypes }) => issueTypes.numberOf(digest.issueTypes),
} satisfies Readonly<Record<string, NumberColumn>>

/** Columns with the values of each facet, as indices into `labels`. */
const FACET_COLUMNS: Readonly<Record<ListedFacet, ListColumn>> = {
  product: ({ products }, { labels }) => labels.numbersOf(products),
  version: ({ versions }, { labels }) => labels.numbersOf(versions),
  type: ({ type }, { labels }) => (type === null ? [] : [labels.numberOf(type)]),
  keyword: ({ keywords }, { labels }) => labels.numbersOf(keywords),
  technology: ({ technology }, { labels }) => labels.numbersOf(technology),
  system: ({ systems }, { labels }) => labels.numbersOf(systems),
  year: ({ modified }, { labels }) => (modified === null ? [] : [labels.numberOf(modified.slice(0, 4))]),
  error: ({ errors }, { labels }) => labels.numbersOf(errors),
}

/** The other columns with a list of numbers per article. */
const LIST_COLUMNS = {
  /** Indices into `labels`. */
  sections: ({ sections }, { labels }) => labels.numbersOf(sections),
  /** Indices into `labels`. */
  blocks: ({ blocks }, { labels }) => labels.numbersOf(blocks),
  /** Pairs: an index into `labels`, and how often the problem occurs. */
  problems: ({ problems }, { labels }) => problems.flatMap(([code, count]) => [labels.numberOf(code), count]),
  /** Indices into `signs`, each once. */
  signsOf: (digest, { signs }) => signs.numbersOf(new Set(signsOf(digest))),
  /** Numbers of the articles that this one cites. */
  cites: ({ cites }) => cites,
} satisfies Readonly<Record<string, ListColumn>>

type NumberColumns = { readonly [Name in keyof typeof NUMBER_COLUMNS]: Uint32Array }
type ListColumns = { readonly [Name in keyof typeof LIST_COLUMNS]: NumberLists }

/** A bucket's digests. `numbers[i]` is the number of article `i`; `i` is its index in every other column. */
export interface DigestTable extends Tables, NumberColumns, ListColumns {
  readonly facets: Readonly<Record<ListedFacet, NumberLists>>
  /** `toCardText` as UTF-8; card `i` is `bytes[starts[i]]` to `bytes[starts[i + 1] - 1]`. */
  readonly cards: { readonly bytes: Uint8Array; readonly starts: Uint32Array }
}

const NUMBER_BYTES = Uint32Array.BYTES_PER_ELEMENT
const HEAD_NUMBERS = 2

/** Returns the content of a bucket's file. */
export function writeDigests(digests: readonly Digest[]): Uint8Array {
  const numbering = new TableNumbering()
  const cards = digests.map((digest) => Buffer.from(toCardText(digest)))
  const columns = new ColumnWriter()
  for (const toNumber of Object.values<NumberColumn>(NUMBER_COLUMNS))
    columns.add(digests.map((digest) => toNumber(digest, numbering)))
  columns.add(toStarts(cards.map((card) => card.length)))
  for (const toList of [...Object.values(FACET_COLUMNS), ...Object.values<ListColumn>(LIST_COLUMNS)])
    columns.addLists(digests.map((digest) => toList(digest, numbering)))
  const tables: Tables = {
    labels: numbering.labels.values,
    signs: numbering.signs.values,
    products: numbering.products.values,
    issueTypes: numbering.issueTypes.values,
    sortKeys: digests.map(({ title }) => toSortKey(title)),
  }
  return columns.finish(Buffer.from(JSON.stringify(tables)), cards)
}

/**
 * Reads the content of a bucket's file.
 *
 * `codes`: product name -> code, learnt from all buckets. A product without a code gets the learnt one, also in the
 * cards.
 */
export function readDigests(file: Uint8Array, codes: ReadonlyMap<string, string>): DigestTable {
  const bytes = file.byteOffset % NUMBER_BYTES === 0 ? file : new Uint8Array(file)
  const [columnNumbers = 0, tablesBytes = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, HEAD_NUMBERS)
  const tablesStart = (HEAD_NUMBERS + columnNumbers) * NUMBER_BYTES
  const tables: Tables = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset + tablesStart, tablesBytes).toString())
  const columns = new ColumnReader(
    new Uint32Array(bytes.buffer, bytes.byteOffset + HEAD_NUMBERS * NUMBER_BYTES, columnNumbers),
  )
  const numbers = mapValues(NUMBER_COLUMNS, () => columns.next())
  const starts = columns.next()
  const facets = mapValues(FACET_COLUMNS, () => columns.nextLists())
  const lists = mapValues(LIST_COLUMNS, () => columns.nextLists())
  const products = tables.products.map((own) => withProductCode(own, codes))
  const isLearnt = products.map((own, at) => own !== tables.products[at])
  const cards = toLearntCards({ bytes: bytes.subarray(tablesStart + tablesBytes), starts }, (at) => {
    const own = numbers.product[at] ?? 0
    return isLearnt[own] === true ? (products[own] ?? null) : null
  })
  return { ...tables, products, ...numbers, facets, ...lists, cards }
}

/** An object with the same names in the same order, and with what `make` returns for each. */
function mapValues<Name extends string, Made>(object: Readonly<Record<Name, unknown>>, make: () => Made) {
  return Object.fromEntries(Object.keys(object).map((name) => [name, make()])) as Record<Name, Made>
}

/** The cards, with the learnt product where `learntOf` returns one for article `at`. */
function toLearntCards(
  cards: DigestTable['cards'],
  learntOf: (at: number) => Digest['product'] | null,
): DigestTable['cards'] {
  const { bytes, starts } = cards
  const learnt = Array.from({ length: starts.length - 1 }, (_, at) => learntOf(at))
  if (learnt.every((product) => product === null)) return cards
  const texts = learnt.map((product, at) => {
    const text = bytes.subarray(starts[at], starts[at + 1])
    return product === null ? text : Buffer.from(withProduct(Buffer.from(text).toString(), product))
  })
  return { bytes: Buffer.concat(texts), starts: Uint32Array.from(toStarts(texts.map((text) => text.length))) }
}

/** Puts columns one after another, each with its count in front. */
class ColumnWriter {
  readonly #numbers: number[] = []

  add(numbers: readonly number[]): void {
    this.#numbers.push(numbers.length)
    for (const number of numbers) this.#numbers.push(number)
  }

  /** Adds two columns: the start of each list, and the numbers of all lists. */
  addLists(lists: readonly (readonly number[])[]): void {
    this.add(toStarts(lists.map((list) => list.length)))
    this.add(lists.flat())
  }

  /** Returns the whole file. */
  finish(tables: Uint8Array, cards: readonly Uint8Array[]): Uint8Array {
    const numbers = new Uint32Array(HEAD_NUMBERS + this.#numbers.length)
    numbers.set([this.#numbers.length, tables.length])
    numbers.set(this.#numbers, HEAD_NUMBERS)
    return Buffer.concat([Buffer.from(numbers.buffer), tables, ...cards])
  }
}

/** Reads columns in the order in which they were written. */
class ColumnReader {
  readonly #numbers: Uint32Array
  #at = 0

  constructor(numbers: Uint32Array) {
    this.#numbers = numbers
  }

  next(): Uint32Array {
    const start = this.#at + 1
    this.#at = start + (this.#numbers[this.#at] ?? 0)
    return this.#numbers.subarray(start, this.#at)
  }

  nextLists(): NumberLists {
    const starts = this.next()
    return { starts, values: this.next() }
  }
}

/** `[3, 5]` -> `[0, 3, 8]`: the start of each item, and the end of the last. */
function toStarts(lengths: readonly number[]): number[] {
  const starts = [0]
  for (const length of lengths) starts.push((starts.at(-1) ?? 0) + length)
  return starts
}
