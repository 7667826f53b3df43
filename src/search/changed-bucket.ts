/**
 * What a change of a bucket does to the terms that it has, or had: which of them have other records now.
 *
 * An article is the same as before where its number is. So after an addition only the words of the new article are affected, not
 * those of the articles whose ordinals it moves.
 */
import { FIELD_NAMES } from './fields.js'
import type { Layout } from './places-record.js'
import type { RunBook } from './stop-words.js'
import { type FieldOccurrences, TermBuilder } from './term-builder.js'
import { ByteReader } from './varints.js'

/** A bucket in an archive: ordinal of its first article, numbers of all (`BucketIndex`), and its run of a partition. */
export interface BucketPart {
  readonly base: number
  readonly numbers: Uint8Array
  readonly run: Uint8Array
}

/** A bucket that is not as it was. Null: there was, or is, none. */
export interface BucketChange {
  readonly before: BucketPart | null
  readonly after: BucketPart | null
}

/** Two states of an archive. */
export interface Layouts {
  readonly before: Layout
  readonly after: Layout
}

export class ChangedBucket {
  readonly number: number
  /** Ordinals of its articles as they were: those from `first` to `end - 1`. */
  readonly first: number
  readonly end: number
  /** How many more articles it has now. */
  readonly growth: number
  private readonly base: number
  private readonly former: ReadonlyMap<string, Uint8Array>
  private readonly terms: ReadonlyMap<string, Uint8Array>
  /** For each article that was there, counted from 0, where it is now; -1 where it is not, or is longer or shorter. */
  private readonly places: Int32Array

  /** `first`: where its articles would have been if there were none. */
  constructor({ before, after }: BucketChange, first: number, layouts: Layouts) {
    const numbers = readNumbers(before?.numbers)
    const numbersNow = readNumbers(after?.numbers)
    this.number = after === null ? layouts.before.bucketOf(first) : layouts.after.bucketOf(after.base)
    this.first = first
    this.end = first + numbers.length
    this.growth = numbersNow.length - numbers.length
    this.base = after?.base ?? 0
    this.former = readTerms(before?.run)
    this.terms = readTerms(after?.run)
    const now = new Map(numbersNow.map((number, at) => [number, at]))
    this.places = Int32Array.from(numbers, (number, at) => {
      const place = now.get(number)
      return place === undefined || isResized(first + at, this.base + place, layouts) ? -1 : place
    })
  }

  /** Adds what the bucket has of a term now. */
  addTo(builder: TermBuilder, term: string): void {
    const postings = this.terms.get(term)
    if (postings !== undefined) builder.addRun(new ByteReader(postings), this.base)
  }

  /** The terms whose records may differ. */
  *affected(book: RunBook): Generator<string> {
    const builders = [new TermBuilder(book), new TermBuilder(book)] as const
    const isSettled = this.places.every((place, at) => place === at)
    for (const [term, postings] of this.former) {
      const now = this.terms.get(term)
      const isSame = now !== undefined && equalBytes(postings, now) && isSettled
      if (!isSame && !this.equalsMoved(builders, postings, now)) yield term
    }
    for (const term of this.terms.keys()) if (!this.former.has(term)) yield term
  }

  /** Whether a term has the same postings in articles that are as they were, wherever these are now. */
  private equalsMoved(
    [builder, other]: readonly [TermBuilder, TermBuilder],
    postings: Uint8Array,
    now: Uint8Array | undefined,
  ): boolean {
    if (now === undefined) return false
    builder.clear()
    builder.addRun(new ByteReader(postings), 0)
    other.clear()
    other.addRun(new ByteReader(now), 0)
    const fields = other.view()
    return builder.view().every((former, field) => {
      const own = fields[field]
      return (
        own !== undefined &&
        former.articles.every((article) => this.places[article] !== -1) &&
        this.isMoved(former, own)
      )
    })
  }

  private isMoved(former: FieldOccurrences, now: FieldOccurrences): boolean {
    return (
      equalNumbers(
        former.articles.map((article) => this.places[article] ?? 0),
        now.articles,
      ) &&
      equalNumbers(former.sums, now.sums) &&
      equalNumbers(former.ownSums, now.ownSums) &&
      equalNumbers(former.places, now.places) &&
      equalNumbers(former.stopRuns, now.stopRuns)
    )
  }
}

/** Whether an article has another number of places than it had. */
function isResized(article: number, articleNow: number, { before, after }: Layouts): boolean {
  return FIELD_NAMES.some(
    (_, field) =>
      before.placeCount(article, field) !== after.placeCount(articleNow, field) ||
      before.ownCount(article, field) !== after.ownCount(articleNow, field),
  )
}

function readNumbers(bytes: Uint8Array = NO_BYTES): readonly number[] {
  const numbers: number[] = []
  for (const reader = new ByteReader(bytes); !reader.isAtEnd; )
    numbers.push((numbers[numbers.length - 1] ?? 0) + reader.readNumber())
  return numbers
}

const NO_BYTES = new Uint8Array()

/** The terms of a run with the bytes of their postings. */
function readTerms(run: Uint8Array = NO_BYTES): Map<string, Uint8Array> {
  const terms = new Map<string, Uint8Array>()
  const reader = new ByteReader(run)
  for (let term = ''; !reader.isAtEnd; ) {
    term = term.slice(0, reader.readNumber()) + reader.readText()
    terms.set(term, reader.readBytes())
  }
  return terms
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}

function equalNumbers(a: Uint32Array, b: Uint32Array): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}
