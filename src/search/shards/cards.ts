/**
 * Cards: what is shown of a hit. 64 a file, by ordinal, deflated; a page of 20 hits reads at most 20 of them.
 *
 * A card's file has what the columns have not: title and summary. Product, type, date and issue types come from there, and the
 * *dictionary*: some cards that all files are deflated after, so that each finds its phrases in those (a fifth less of 3.2 MB).
 */

import type { DeflateAfter } from '../codec/deflate.js'
import { inflate } from '../codec/inflate.js'
import { ByteReader, ByteWriter } from '../codec/varints.js'
import type { SearchCard } from '../types.js'
import { type Columns, dateOf, valuesOf } from './columns.js'

export const CARDS_PER_SHARD = 64
/** A line of a list of hits; longer summaries are cut at a blank. */
const LONGEST_SUMMARY = 80

/** `cards/0827`: the shard of an article's card. */
export function cardShardName(shard: number): string {
  return `cards/${String(shard).padStart(4, '0')}`
}

/** What a card's file has of it. */
export interface CardText {
  readonly title: string
  readonly summary: string
}

/** As far back as deflate looks. */
const DICTIONARY_BYTES = 32_768
/** At most one card in so many is in the dictionary; a small archive has none. */
const FIRST_STEP = 16

/** Whether the card of this number can be in a dictionary: nobody need make the others for it. */
export function mayBeInDictionary(number: number): boolean {
  return number % FIRST_STEP === 0
}

/** The dictionary of an archive: its cards of every so many numbers, so that another article seldom makes it another. */
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

/** What looks odd before an ellipsis. */
const TRAILING = /[\s.,:;]{1,4}$/

/** The cards of a shard. Of 64 one or two are shown, so each is made text when it is asked for. */
export class CardList {
  readonly #bytes: Uint8Array
  /** Where the titles begin, then the summaries. */
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

/** What stands for a shard that can't be read. */
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
