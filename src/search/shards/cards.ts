/**
 * Cards (elsewhere called stored fields): title and summary of each article, by ordinal, 64 a shard. A page of 20 hits
 * reads at most 20 shards.
 *
 *     shard        deflate(list)                    deflated with the dictionary
 *     list         card-count  title*  summary*     UTF-8 texts, each after its length in bytes
 *     dictionary   list                             some of all cards
 *
 * Product, type, date and issue types of a card come from the columns. The dictionary is stored there too.
 */

import type { DeflateAfter } from '../codec/deflate.js'
import { inflate } from '../codec/inflate.js'
import { ByteReader, ByteWriter } from '../codec/varints.js'
import type { SearchCard } from '../types.js'
import { type Columns, dateOf, valuesOf } from './columns.js'

export const CARDS_PER_SHARD = 64
/** The most characters of a summary: a line of a list of hits. A longer summary is cut at a blank. */
const LONGEST_SUMMARY = 80

/** The name of a shard of cards: `cards/0827`. */
export function cardShardName(shard: number): string {
  return `cards/${String(shard).padStart(4, '0')}`
}

/** The part of a card that its shard holds. */
export interface CardText {
  readonly title: string
  readonly summary: string
}

/** The most bytes of the dictionary: as far as deflate looks back. */
const DICTIONARY_BYTES = 32_768
/** The smallest step between the numbers of cards in the dictionary. */
const FIRST_STEP = 16

/** True if the card of this number can be in a dictionary. The other cards need not be made for it. */
export function mayBeInDictionary(number: number): boolean {
  return number % FIRST_STEP === 0
}

/**
 * The dictionary of an archive: the cards whose number is a multiple of a step, so that adding an article rarely
 * changes it.
 */
export function makeDictionary(cards: readonly Pick<SearchCard, 'number' | 'title' | 'summary'>[]): Uint8Array {
  for (let step = FIRST_STEP; ; step *= 2) {
    const bytes = layOut(cards.filter(({ number }) => number % step === 0))
    if (bytes.length <= DICTIONARY_BYTES) return bytes
  }
}

/** Writes the cards of one shard. */
export function writeCards(cards: readonly CardText[], dictionary: Uint8Array, deflateAfter: DeflateAfter): Uint8Array {
  return deflateAfter(dictionary, layOut(cards))
}

function layOut(cards: readonly CardText[]): Uint8Array {
  const writer = new ByteWriter()
  writer.writeNumber(cards.length)
  for (const { title } of cards) writer.writeText(title)
  for (const { summary } of cards) writer.writeText(shorten(summary))
  return writer.toBytes()
}

function shorten(summary: string): string {
  if (summary.length <= LONGEST_SUMMARY) return summary
  const cut = summary.slice(0, LONGEST_SUMMARY)
  const blank = cut.lastIndexOf(' ')
  return `${(blank > 0 ? cut.slice(0, blank) : cut).replace(TRAILING, '')}…`
}

/** Signs that look odd before an ellipsis. */
const TRAILING = /[\s.,:;]{1,4}$/

/** The cards of a shard. Only one or two of 64 are shown, so texts are decoded when they are asked for. */
export class CardList {
  readonly #bytes: Uint8Array
  /** The offsets of the titles, then of the summaries. */
  readonly #starts: Uint32Array

  constructor(bytes: Uint8Array, starts: Uint32Array) {
    this.#bytes = bytes
    this.#starts = starts
  }

  get count(): number {
    return this.#starts.length / 2
  }

  at(index: number): CardText | null {
    if (index >= this.count) return null
    return { title: this.#textAt(index), summary: this.#textAt(this.count + index) }
  }

  #textAt(index: number): string {
    return new ByteReader(this.#bytes, this.#starts[index] ?? 0).readText()
  }
}

/** Reads the cards of a shard. */
export function readCards(bytes: Uint8Array, dictionary: Uint8Array): CardList {
  const unpacked = inflate(bytes, dictionary)
  const reader = new ByteReader(unpacked)
  const starts = new Uint32Array(2 * reader.readCount())
  for (let i = 0; i < starts.length; i++) {
    starts[i] = reader.position
    reader.readBytes()
  }
  return new CardList(unpacked, starts)
}

/** An empty list, in place of a shard that can't be read. */
export const NO_CARDS = new CardList(new Uint8Array(), new Uint32Array())

/** The card of the article with this ordinal. */
export function toCard(ordinal: number, { title, summary }: CardText, columns: Columns): SearchCard {
  const number = columns.numbers[ordinal] ?? 0
  const [product] = valuesOf(columns.filters.filed, ordinal)
  return {
    number,
    id: `Q${number}`,
    title,
    type: valuesOf(columns.filters.type, ordinal)[0]?.value ?? null,
    product: {
      code: product === undefined || product.value === product.label ? null : product.value,
      name: product?.label ?? '',
    },
    modified: dateOf(columns, ordinal),
    summary,
    issueTypes: valuesOf(columns.filters.issueType, ordinal).map(({ value }) => value),
    products: valuesOf(columns.filters.product, ordinal),
  }
}
