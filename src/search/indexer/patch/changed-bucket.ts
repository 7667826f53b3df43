/**
 * What a change of a bucket does to the terms that it has, or had: which of them have other records now.
 *
 * An article is the same as before where its number is. So after an addition only the words of the new article are affected, not
 * those of the articles whose ordinals it moves.
 */

import type { RunBook } from '../../analysis/stop-words.js'
import { ByteReader } from '../../codec/varints.js'
import { FIELD_NAMES } from '../../fields.js'
import type { Layout } from '../../shards/places-record.js'
import type { FieldOccurrences } from '../../shards/postings-record.js'
import { TermBuilder } from '../term-builder.js'

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
  /** For each article that was there, counted from 0, where it is now; -1 where it is not. */
  private readonly places: Int32Array
  /** Of each field the articles that have another number of places now. */
  private readonly resized: readonly ReadonlySet<number>[]

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
    this.places = Int32Array.from(numbers, (number) => now.get(number) ?? -1)
    this.resized = FIELD_NAMES.map((_, field) => this.findResized(field, layouts))
  }

  private findResized(field: number, { before, after }: Layouts): ReadonlySet<number> {
    const resized = new Set<number>()
    for (const [at, place] of this.places.entries()) {
      const [was, is] = [this.first + at, this.base + place]
      const isSame =
        before.placeCount(was, field) === after.placeCount(is, field) &&
        before.ownCount(was, field) === after.ownCount(is, field)
      if (place >= 0 && !isSame) resized.add(at)
    }
    return resized
  }

  /** Adds what the bucket has of a term now. */
  addTo(builder: TermBuilder, term: string): void {
    const postings = this.terms.get(term)
    if (postings !== undefined) builder.addRun(new ByteReader(postings), this.base)
  }

  /** The terms whose records may differ. */
  *affected(book: RunBook): Generator<string> {
    const builders = [new TermBuilder(book), new TermBuilder(book)] as const
    const isSettled =
      this.places.every((place, at) => place === at) && this.resized.every((articles) => articles.size === 0)
    for (const [term, postings] of this.former) {
      const now = this.terms.get(term)
      const isSame = now !== undefined && equalNumbers(postings, now) && isSettled
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
      return own !== undefined && this.isMoved(former, own, field)
    })
  }

  private isMoved(former: FieldOccurrences, now: FieldOccurrences, field: number): boolean {
    const { articles } = former
    return (
      !articles.some((article) => this.resized[field]?.has(article)) &&
      equalNumbers(
        articles.map((article) => this.places[article] ?? 0),
        now.articles,
      ) &&
      equalNumbers(former.sums, now.sums) &&
      equalNumbers(former.ownSums, now.ownSums) &&
      equalNumbers(former.places, now.places) &&
      equalNumbers(former.stopRuns, now.stopRuns)
    )
  }
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

/** Whether two lists have the same numbers. */
export function equalNumbers(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}
