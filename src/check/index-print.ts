/**
 * Prints: fingerprints of the postings of each field of each article. A print is a sum of hashes of terms, their
 * frequencies and places. It does not depend on the order of the terms, but every added, missing or moved term changes
 * it.
 */
import { tokenize, toParts } from '../search/analysis/analysis.js'
import { cutField } from '../search/analysis/messages.js'
import { LONGEST_RUN, toRun } from '../search/analysis/stop-words.js'
import { FIELD_NAMES, hasPlaces } from '../search/fields.js'
import type { SearchDocument } from '../search/types.js'

const FIELD_COUNT = FIELD_NAMES.length

/**
 * The prints of some articles. Each table has a number per article and field: `table[article * FIELD_COUNT + field]`.
 */
export interface Prints {
  /** The number of terms in a field, repeated ones included. */
  readonly lengths: Uint32Array
  /** The print of the terms and their frequencies. */
  readonly terms: Uint32Array
  /** The print of the places of some terms (`isPlaced`), and of the stop words around each place. */
  readonly places: Uint32Array
}

/** Empty prints. */
export function createPrints(articleCount: number): Prints {
  const table = () => new Uint32Array(articleCount * FIELD_COUNT)
  return { lengths: table(), terms: table(), places: table() }
}

/** Adds a term that a field of an article has `frequency` times. */
export function addTerm(prints: Prints, article: number, field: number, termHash: number, frequency: number): void {
  const at = article * FIELD_COUNT + field
  prints.lengths[at] = (prints.lengths[at] ?? 0) + frequency
  prints.terms[at] = (prints.terms[at] ?? 0) + Math.imul(termHash, frequency)
}

/** A place of a term, by hashes. */
export interface PlacePrint {
  readonly termHash: number
  readonly place: number
  /** The stop words before the place. */
  readonly runHash: number
  /** The stop words after the place, if it is in a title or message; else 0. */
  readonly nextHash: number
}

/** Adds a place of a term in a field, with the stop words around it. */
export function addPlace(
  prints: Prints,
  article: number,
  field: number,
  { termHash, place, runHash, nextHash }: PlacePrint,
): void {
  const at = article * FIELD_COUNT + field
  prints.places[at] = (prints.places[at] ?? 0) + mix(mix(mix(termHash ^ place) + runHash) + nextHash)
}

/** Adds prints of the same articles, made from another part of the index. */
export function addPrints(sum: Prints, part: Prints): void {
  for (const name of ['lengths', 'terms', 'places'] as const)
    for (const [at, value] of part[name].entries()) sum[name][at] = (sum[name][at] ?? 0) + value
}

/** Reports whether the places of a term are compared: true for one term in 16, because reading places is slow. */
export function isPlaced(termHash: number): boolean {
  return termHash % PLACED_SHARE === 0
}

const PLACED_SHARE = 16

/** A hash of a term or a run of stop words: FNV-1a of its UTF-16 units, mixed. */
export function hashText(text: string): number {
  let hash = FNV_OFFSET
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME)
  return mix(hash)
}

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** Spreads a number over 32 bits: the last steps of MurmurHash3. */
function mix(value: number): number {
  let mixed = value ^ (value >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** The print of one article, which the index must match. */
export interface DocumentPrint {
  readonly number: number
  readonly prints: Prints
  /** Number of places of each field; 0 for a field without places. */
  readonly placeCounts: readonly number[]
  /** The place at which each section of the body begins. */
  readonly sectionStarts: readonly number[]
}

/** Makes the print of an article from its text. */
export function toPrint({ number, fields, sections }: SearchDocument): DocumentPrint {
  const prints = createPrints(1)
  const placeCounts: number[] = []
  const sectionStarts: number[] = []
  for (const [field, name] of FIELD_NAMES.entries()) {
    const text = fields[name]
    const cuts = name === 'body' ? sections.map(({ start }) => start) : []
    const counter = new FieldCounter(prints, field)
    for (const [i, start] of (cuts.length === 0 ? [0] : cuts).entries()) {
      if (cuts.length > 0) sectionStarts.push(counter.places)
      counter.addText(text.slice(start, cuts[i + 1]).toLowerCase())
    }
    counter.end()
    placeCounts.push(hasPlaces(field) ? counter.places : 0)
  }
  return { number, prints, placeCounts, sectionStarts }
}

/** Counts the terms of one field of one article. */
class FieldCounter {
  places = 0
  readonly #prints: Prints
  readonly #field: number
  /** The stop words since the last place. */
  #stopWords: string[] = []
  /** The terms at the last place; the stop words after it are not yet known. */
  #last: readonly Omit<PlacePrint, 'nextHash'>[] = []
  #isMessage = false

  constructor(prints: Prints, field: number) {
    this.#prints = prints
    this.#field = field
  }

  /** Adds a text in lower case. */
  addText(text: string): void {
    for (const { text: part, isMessage } of cutField(this.#field, text))
      for (const token of tokenize(part))
        for (const word of toParts(token)) {
          if (word.type === 'stop') this.#stopWords.push(word.word)
          else this.#addTerms(word.terms, isMessage)
        }
  }

  /** Ends the field: the stop words since the last place come after it. */
  end(): void {
    this.#endPlace(hashText(toRun(this.#stopWords.slice(-LONGEST_RUN))))
  }

  #addTerms(terms: readonly string[], isMessage: boolean): void {
    const runHash = hashText(toRun(this.#stopWords.slice(-LONGEST_RUN)))
    this.#endPlace(runHash)
    const hashes = terms.map(hashText)
    for (const termHash of hashes) addTerm(this.#prints, 0, this.#field, termHash, 1)
    const placed = hasPlaces(this.#field) ? hashes.filter(isPlaced) : []
    this.#last = placed.map((termHash) => ({ termHash, place: this.places, runHash }))
    this.#isMessage = isMessage
    this.#stopWords = []
    this.places += 1
  }

  #endPlace(nextHash: number): void {
    for (const place of this.#last)
      addPlace(this.#prints, 0, this.#field, { ...place, nextHash: this.#isMessage ? nextHash : 0 })
    this.#last = []
  }
}
