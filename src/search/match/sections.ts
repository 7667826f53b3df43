/** Matching within a section: `in:resolution reboot`. */

import type { ArchiveIndex, TermEntry } from '../reader/index-reader.js'
import type { ArchiveExtents } from '../shards/extents.js'
import { NO_ARTICLES, sumBefore } from '../shards/postings-record.js'
import { DEEP } from '../shards/steps.js'
import type { FoundTerm } from './found.js'

/** True if a place of an article's body is in a section of this code. */
export function isInSection(
  { firsts, codes, starts }: ArchiveExtents,
  article: number,
  place: number,
  code: number,
): boolean {
  let at = (firsts[article + 1] ?? 0) - 1
  while (at > (firsts[article] ?? 0) && (starts[at] ?? 0) > place) at -= 1
  return codes[at] === code && at >= (firsts[article] ?? 0)
}

/** A term with only those postings in `field` that have a place in a section of this code. */
export async function restrictToSection(
  index: ArchiveIndex,
  entry: TermEntry,
  term: FoundTerm,
  field: number,
  code: number,
): Promise<FoundTerm> {
  const [extents, { places }] = await Promise.all([index.extents(), index.places(entry)])
  const { articles, sums, steps } = term.fields[field] ?? NO_ARTICLES
  const own = places[field] ?? new Uint32Array()
  const kept: number[] = []
  const keptSums: number[] = []
  const keptSteps: number[] = []
  for (let i = 0; i < articles.length; i++) {
    const from = sumBefore(sums, i)
    const isHere = own.subarray(from, sums[i]).some((place) => isInSection(extents, articles[i] ?? 0, place, code))
    if (!isHere) continue
    kept.push(articles[i] ?? 0)
    keptSteps.push(steps[i] ?? DEEP)
    keptSums.push((keptSums[keptSums.length - 1] ?? 0) + (sums[i] ?? 0) - from)
  }
  const restricted = { articles: Uint32Array.from(kept), sums: Uint32Array.from(keptSums), steps: keptSteps }
  return { ...term, fields: term.fields.map((postings, i) => (i === field ? restricted : postings)) }
}
