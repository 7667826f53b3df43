/**
 * The digests of a bucket as columns of numbers, and tables of the texts that these stand for: the catalog is made from all of
 * them in every build, and this takes a fifth of the time of as many objects.
 *
 *     two lengths (4 each)   the columns, each its length (4) and its numbers (4 each)   tables as JSON   cards, one after the other
 */
import { FACETS, type Facet } from '../../render/view.js'
import { toDateNumber } from '../store/iso-date.js'
import { toCardText, withProduct } from './card-text.js'
import type { Digest } from './digest.js'
import { withProductCode } from './product-codes.js'
import { signsOf } from './signs.js'
import { toSortKey } from './sort-key.js'

/** For each article some numbers: those of article `i` are from `starts[i]` to `starts[i + 1]`. */
export interface NumberLists {
  readonly values: Uint32Array
  readonly starts: Uint32Array
}

/** Facets whose values an article simply has; what it is filed under may have a code that only other articles know. */
export type ListedFacet = Exclude<Facet, 'filed'>

/** What the numbers of a table stand for. */
interface Tables {
  /** Values of facets; names of sections, blocks and problems. */
  readonly labels: readonly string[]
  /** What `related.ts` compares. */
  readonly signs: readonly string[]
  readonly products: readonly Digest['product'][]
  /** Sets of issue types. */
  readonly issueTypes: readonly (readonly string[])[]
  /** What each article's title is sorted by. */
  readonly sortKeys: readonly string[]
}

/** A bucket's digests. Article `i` is the one with the number `numbers[i]`; all columns go by `i`. */
export interface DigestTable extends Tables {
  readonly numbers: Uint32Array
  /** As 20020611; 0: none. */
  readonly dates: Uint32Array
  /** Indices into `products` and `issueTypes`. */
  readonly product: Uint32Array
  readonly issueType: Uint32Array
  /** `toCardText`, as UTF-8. */
  readonly cards: { readonly bytes: Uint8Array; readonly starts: Uint32Array }
  /** Indices into `labels`. */
  readonly facets: Readonly<Record<ListedFacet, NumberLists>>
  readonly sections: NumberLists
  readonly blocks: NumberLists
  /** Pairs: an index into `labels`, and how often. */
  readonly problems: NumberLists
  /** Indices into `signs`, each once. */
  readonly signsOf: NumberLists
  /** Numbers of the articles that it cites. */
  readonly cites: NumberLists
}

/** What a digest has of each facet. */
const VALUES_OF: Readonly<Record<ListedFacet, (digest: Digest) => readonly string[]>> = {
  product: ({ products }) => products,
  version: ({ versions }) => versions,
  type: ({ type }) => (type === null ? [] : [type]),
  keyword: ({ keywords }) => keywords,
  technology: ({ technology }) => technology,
  system: ({ systems }) => systems,
  year: ({ modified }) => (modified === null ? [] : [modified.slice(0, 4)]),
  error: ({ errors }) => errors,
}

const LISTED_FACETS = FACETS.filter((facet) => facet !== 'filed')
const NUMBER_BYTES = Uint32Array.BYTES_PER_ELEMENT
const HEAD_NUMBERS = 2

/** The content of a bucket's file. */
export function writeDigests(digests: readonly Digest[]): Uint8Array {
  const [labels, signs] = [new Numbering<string>(String), new Numbering<string>(String)]
  const [products, issueTypes] = [
    new Numbering<Digest['product']>(JSON.stringify),
    new Numbering<readonly string[]>(JSON.stringify),
  ]
  const cards = digests.map((digest) => Buffer.from(toCardText(digest)))
  const columns = new ColumnWriter(digests)
  columns.add(digests.map(({ number }) => number))
  columns.add(digests.map(({ modified }) => toDateNumber(modified)))
  columns.add(digests.map(({ product }) => products.numberOf(product)))
  columns.add(digests.map((digest) => issueTypes.numberOf(digest.issueTypes)))
  columns.add(toStarts(cards.map((card) => card.length)))
  for (const facet of LISTED_FACETS) columns.addTexts(VALUES_OF[facet], labels)
  columns.addTexts(({ sections }) => sections, labels)
  columns.addTexts(({ blocks }) => blocks, labels)
  columns.addLists(({ problems }, values) => {
    for (const [code, count] of problems) values.push(labels.numberOf(code), count)
  })
  columns.addTexts((digest) => new Set(signsOf(digest)), signs)
  columns.addLists(({ cites }, values) => {
    for (const number of cites) values.push(number)
  })
  const tables: Tables = {
    labels: labels.values,
    signs: signs.values,
    products: products.values,
    issueTypes: issueTypes.values,
    sortKeys: digests.map(({ title }) => toSortKey(title)),
  }
  return columns.finish(Buffer.from(JSON.stringify(tables)), cards)
}

/** Reads a bucket's file; `codes` are those of products that some bucket knows. */
export function readDigests(file: Uint8Array, codes: ReadonlyMap<string, string>): DigestTable {
  const bytes = file.byteOffset % NUMBER_BYTES === 0 ? file : new Uint8Array(file)
  const [columnNumbers = 0, textLength = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, HEAD_NUMBERS)
  const columns = new ColumnReader(
    new Uint32Array(bytes.buffer, bytes.byteOffset + HEAD_NUMBERS * NUMBER_BYTES, columnNumbers),
  )
  const textStart = (HEAD_NUMBERS + columnNumbers) * NUMBER_BYTES
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + textStart, textLength)
  const tables: Tables = JSON.parse(text.toString())
  const [numbers, dates, product, issueType] = [columns.next(), columns.next(), columns.next(), columns.next()]
  const starts = columns.next()
  const facets = Object.fromEntries(LISTED_FACETS.map((facet) => [facet, columns.nextLists()]))
  const [sections, blocks, problems] = [columns.nextLists(), columns.nextLists(), columns.nextLists()]
  const [signsOf, cites] = [columns.nextLists(), columns.nextLists()]
  const products = tables.products.map((own) => withProductCode(own, codes))
  const isLearnt = products.map((own, at) => own !== tables.products[at])
  const cards = toLearntCards({ bytes: bytes.subarray(textStart + textLength), starts }, (at) => {
    const own = product[at] ?? 0
    return isLearnt[own] === true ? (products[own] ?? null) : null
  })
  const lists = { facets: facets as DigestTable['facets'], sections, blocks, problems, signsOf, cites }
  return { ...tables, products, numbers, dates, product, issueType, cards, ...lists }
}

/** The cards, with the product where one was learnt. */
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

/** Gives texts and the like numbers in the order in which they are first seen. */
class Numbering<T> {
  readonly values: T[] = []
  readonly #numbers = new Map<string, number>()
  readonly #toKey: (value: T) => string

  constructor(toKey: (value: T) => string) {
    this.#toKey = toKey
  }

  numberOf(value: T): number {
    const key = this.#toKey(value)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.values.length)
    return this.values.push(value) - 1
  }
}

/** Puts columns one after the other, each with its length in front. */
class ColumnWriter {
  readonly #digests: readonly Digest[]
  readonly #numbers: number[] = []

  constructor(digests: readonly Digest[]) {
    this.#digests = digests
  }

  add(numbers: readonly number[]): void {
    this.#numbers.push(numbers.length)
    for (const number of numbers) this.#numbers.push(number)
  }

  /** Two columns: where each digest's numbers begin, and what it adds to `values`. */
  addLists(addNumbers: (digest: Digest, values: number[]) => void): void {
    const starts = [0]
    const values: number[] = []
    for (const digest of this.#digests) {
      addNumbers(digest, values)
      starts.push(values.length)
    }
    this.add(starts)
    this.add(values)
  }

  /** The same of texts, by their numbers in a table. */
  addTexts(textsOf: (digest: Digest) => Iterable<string>, table: Numbering<string>): void {
    this.addLists((digest, values) => {
      for (const text of textsOf(digest)) values.push(table.numberOf(text))
    })
  }

  /** The file: two lengths, the columns, what else there is. */
  finish(tables: Uint8Array, cards: readonly Uint8Array[]): Uint8Array {
    const numbers = new Uint32Array(HEAD_NUMBERS + this.#numbers.length)
    numbers.set([this.#numbers.length, tables.length])
    numbers.set(this.#numbers, HEAD_NUMBERS)
    return Buffer.concat([Buffer.from(numbers.buffer), tables, ...cards])
  }
}

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

/** Where each of things of these lengths begins, and where the last one ends. */
function toStarts(lengths: readonly number[]): number[] {
  const starts = [0]
  for (const length of lengths) starts.push((starts.at(-1) ?? 0) + length)
  return starts
}
