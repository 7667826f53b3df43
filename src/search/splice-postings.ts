/** A term's postings with those of some articles replaced: what a patch does to each term that an edit touched. */
import { concatenate } from './concatenate.js'
import { FIELD_NAMES } from './fields.js'
import type { TermPostings } from './merge.js'
import type { FieldPostings } from './term-record.js'

const NO_FIELD: FieldPostings = { articles: new Uint32Array(), sums: new Uint32Array() }
/** The postings of a term that no article has. */
export const NO_POSTINGS: TermPostings = {
  fields: FIELD_NAMES.map(() => NO_FIELD),
  places: FIELD_NAMES.map(() => new Uint32Array()),
  stopRuns: FIELD_NAMES.map(() => new Uint32Array()),
}

/** `old` with `now` in place of the articles from `base` to `end - 1`. */
export function splice(
  old: TermPostings,
  range: { readonly base: number; readonly end: number },
  now: TermPostings,
): TermPostings {
  const parts = FIELD_NAMES.map((_, field) => spliceField(columnOf(old, field), range, columnOf(now, field)))
  return { fields: parts, places: parts.map(({ places }) => places), stopRuns: parts.map(({ stopRuns }) => stopRuns) }
}

type Column = FieldPostings & { readonly places: Uint32Array; readonly stopRuns: Uint32Array }

function columnOf({ fields, places, stopRuns }: TermPostings, field: number): Column {
  const { articles, sums } = fields[field] ?? NO_FIELD
  return { articles, sums, places: places[field] ?? new Uint32Array(), stopRuns: stopRuns[field] ?? new Uint32Array() }
}

function spliceField(old: Column, { base, end }: { readonly base: number; readonly end: number }, now: Column): Column {
  const from = old.articles.filter((article) => article < base).length
  const to = from + old.articles.filter((article) => article >= base && article < end).length
  const sumAt = ({ sums }: Column, count: number) => (count === 0 ? 0 : (sums[count - 1] ?? 0))
  const [fromSum, toSum, added] = [sumAt(old, from), sumAt(old, to), sumAt(now, now.articles.length)]
  return {
    articles: concatenate(Uint32Array, [old.articles.subarray(0, from), now.articles, old.articles.subarray(to)]),
    sums: concatenate(Uint32Array, [
      old.sums.subarray(0, from),
      now.sums.map((sum) => sum + fromSum),
      old.sums.subarray(to).map((sum) => sum - toSum + fromSum + added),
    ]),
    places: concatenate(Uint32Array, [old.places.subarray(0, fromSum), now.places, old.places.subarray(toSum)]),
    stopRuns: concatenate(Uint32Array, [old.stopRuns.subarray(0, fromSum), now.stopRuns, old.stopRuns.subarray(toSum)]),
  }
}
