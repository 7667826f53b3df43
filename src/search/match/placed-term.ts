/** Terms with their places, and how well a place agrees with a phrase. */

import { lowerBound } from '../arrays/binary-search.js'
import { type FieldPostings, sumBefore } from '../shards/postings-record.js'

/** A term with postings and places. In a phrase it is `offset` places after the first word. */
export interface PlacedTerm {
  readonly offset: number
  readonly fields: readonly FieldPostings[]
  readonly places: readonly Uint32Array[]
  /** By field, the level of each place: how well the stop words around it agree with the phrase; null: not compared. */
  readonly levels: readonly Uint8Array[] | null
}

/** Levels: how much of a phrase an article has. Above `ABSENT`, it has all words and the stop words before each. */
export const ABSENT = 0
/** Other stop words follow the last word. */
export const WRONG_END = 1
/** The stop words after the last word are not known. */
export const UNKNOWN_END = 2
export const WHOLE = 3

/** Moves through a term's articles in one field, and knows its places in the current one. */
export class PlaceCursor {
  readonly articles: Uint32Array
  readonly #sums: Uint32Array
  readonly #places: Uint32Array
  readonly #levels: Uint8Array | null
  readonly #offset: number
  #at = 0

  constructor(term: PlacedTerm, field: number) {
    this.articles = term.fields[field]?.articles ?? new Uint32Array()
    this.#sums = term.fields[field]?.sums ?? new Uint32Array()
    this.#places = term.places[field] ?? new Uint32Array()
    this.#levels = term.levels?.[field] ?? null
    this.#offset = term.offset
  }

  get articleCount(): number {
    return this.articles.length
  }

  /** Moves forward to an article; false if it does not have the term. */
  moveTo(article: number): boolean {
    while (this.#at < this.articles.length && (this.articles[this.#at] ?? 0) < article) this.#at += 1
    return this.articles[this.#at] === article
  }

  /** The places at which the phrase would begin: one for each place of the term. */
  *begins(): Generator<number, undefined> {
    for (let i = this.#first; i < this.#end; i++) {
      const begin = (this.#places[i] ?? 0) - this.#offset
      if (begin >= 0 && this.#levelOf(i) !== ABSENT) yield begin
    }
  }

  /** The level of the term in a phrase that begins at this place; `ABSENT` if the term is elsewhere. */
  levelAt(begin: number): number {
    const place = begin + this.#offset
    const at = lowerBound(this.#places, place, this.#first, this.#end)
    return at < this.#end && this.#places[at] === place ? this.#levelOf(at) : ABSENT
  }

  #levelOf(at: number): number {
    return this.#levels === null ? WHOLE : (this.#levels[at] ?? ABSENT)
  }

  get #first(): number {
    return sumBefore(this.#sums, this.#at)
  }

  /** In a damaged file, a sum may be more than all places. */
  get #end(): number {
    return Math.min(this.#sums[this.#at] ?? 0, this.#places.length)
  }
}
