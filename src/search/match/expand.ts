/**
 * Expands a clause to the terms of the index that it stands for: analysed words, wildcards, edit distances. It does so
 * as Lunr does, except that a star stands for more (`star-terms.ts`) and that accents are removed.
 */
import { indexTerms } from '../analysis/analysis.js'
import { foldAccents } from '../analysis/fold-accents.js'
import { starTerms } from '../analysis/star-terms.js'
import type { QueryClause } from '../query/clause.js'
import { matcherOf } from '../query/lunr-internals.js'
import type { ArchiveIndex, TermEntry } from '../reader/index-reader.js'

/** A clause with its terms. `terms[i]`: the terms of the index for the `i`-th word of `sought`. */
export interface ExpandedClause {
  readonly clause: QueryClause
  /** The words that analysis makes of the clause's text. If there are none, the clause is left out. */
  readonly sought: readonly string[]
  readonly terms: readonly (readonly TermEntry[])[]
}

/**
 * The most terms of a clause. One with more stands for nearly everything (`*`, `~2` of a short word): it is left out,
 * and the reader is told.
 */
export const MOST_TERMS = 20_000

/** Finds a clause's terms; null if there are more than `MOST_TERMS`. */
export async function expandClause(index: ArchiveIndex, clause: QueryClause): Promise<ExpandedClause | null> {
  const sought = clause.usePipeline ? indexTerms(clause.term) : [clause.term]
  const terms = await Promise.all(sought.map((term) => findTerms(index, term, clause.editDistance)))
  const count = terms.reduce((sum, found) => sum + found.length, 0)
  return count > MOST_TERMS ? null : { clause, sought, terms }
}

async function findTerms(
  index: ArchiveIndex,
  term: string,
  editDistance: number | null,
): Promise<readonly TermEntry[]> {
  const folded = foldAccents(term)
  if (editDistance !== null) return findMatching(index, folded, editDistance)
  if (!folded.includes('*')) return findExact(index, folded)
  const more = starTerms(folded).map((each) =>
    each.includes('*') ? findMatching(index, each, null) : findExact(index, each),
  )
  const found = await Promise.all([findMatching(index, folded, null), ...more])
  return [...new Map(found.flat().map((entry) => [entry.term, entry])).values()]
}

async function findExact(index: ArchiveIndex, term: string): Promise<readonly TermEntry[]> {
  const entry = await index.find(term)
  return entry === null ? [] : [entry]
}

/** The terms that fit a pattern, or are within some edits of a term. */
async function findMatching(
  index: ArchiveIndex,
  term: string,
  editDistance: number | null,
): Promise<readonly TermEntry[]> {
  const matches = matcherOf(term, editDistance)
  const prefix = editDistance === null ? term.slice(0, term.indexOf('*')) : ''
  const shards = await index.shardsOf(prefix)
  const found = await Promise.all(
    shards.map(async (shard) => {
      const { terms } = await index.words(shard)
      const entries: TermEntry[] = []
      const end = prefix === '' ? terms.count : terms.firstFrom(`${prefix}\uffff`)
      for (let at = terms.firstFrom(prefix); at < end; at++) {
        const candidate = terms.at(at)
        if (matches(candidate)) entries.push({ term: candidate, shard, at })
      }
      return entries
    }),
  )
  return found.flat()
}
