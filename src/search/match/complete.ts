/**
 * Completes words: the last word of somebody who is typing (`inaccessible boot dev`), and names of which only a part
 * was typed (`GetHost`, `compile_page`).
 */
import type { QueryClause } from '../query/clause.js'
import type { ArchiveIndex, TermEntry } from '../reader/index-reader.js'
import { type ExpandedClause, expandClause } from './expand.js'

/** The most completions of a word. */
const MOST_COMPLETIONS = 16
/**
 * Completions that are used less than this share of the most used one are dropped. Nobody means them, and their rarity
 * would put them first.
 */
const LEAST_SHARE = 0.1
const SHORTEST_UNFINISHED = 3
const SHORTEST_PART = 5

export interface CompletionRules {
  /** The last word may be unfinished. */
  readonly isTyping: boolean
  /** Words that the index lacks may be parts of other words. For people; Lunr finds nothing for such words. */
  readonly mayCorrect: boolean
}

/** Adds completions to the clauses of a plain query. */
export function completeWords(
  index: ArchiveIndex,
  clauses: readonly ExpandedClause[],
  rules: CompletionRules,
): Promise<readonly ExpandedClause[]> {
  return Promise.all(
    clauses.map(async (clause, i) => {
      const isLast = i === clauses.length - 1
      const completions = await findCompletions(index, clause, { ...rules, isTyping: rules.isTyping && isLast })
      return completions.length === 0 ? clause : { ...clause, terms: [...clause.terms, completions] }
    }),
  )
}

async function findCompletions(
  index: ArchiveIndex,
  { clause, sought, terms }: ExpandedClause,
  { isTyping, mayCorrect }: CompletionRules,
): Promise<readonly TermEntry[]> {
  const { term } = clause
  if (sought.length === 0 || !WORD.test(term)) return []
  if (isTyping && term.length >= SHORTEST_UNFINISHED) return findLikely(index, clause, `${term}*`, terms.flat())
  const isPart = terms.flat().length === 0 && term.length >= SHORTEST_PART && (mayCorrect || term.includes('_'))
  if (!isPart) return isName(term) ? findLikely(index, clause, `${term}*`, terms.flat()) : []
  const begun = await findLikely(index, clause, `${term}*`, [])
  // Only a name is looked for within other names, since this reads all words of the index.
  return begun.length === 0 && isName(term) ? findLikely(index, clause, `*${term}*`, []) : begun
}

/** Letters, digits and `_`. Analysis splits a text with other signs into several words. */
const WORD = /^[\p{L}\p{N}_]+$/u

/** `compile_page`, `host_by_name`. */
function isName(term: string): boolean {
  return term.length >= SHORTEST_PART && NAME.test(term)
}

const NAME = /[\p{L}\p{N}]_[\p{L}\p{N}]/u

/** The terms that fit a pattern, the most used first, without `known` and without terms that are used much less. */
async function findLikely(
  index: ArchiveIndex,
  clause: QueryClause,
  pattern: string,
  known: readonly TermEntry[],
): Promise<readonly TermEntry[]> {
  const found = await expandClause(index, { ...clause, term: pattern, usePipeline: false })
  const own = new Set(known.map(({ term }) => term))
  const used = await Promise.all(
    (found?.terms.flat() ?? []).map(async (entry) => ({ entry, usage: await index.usage(entry) })),
  )
  const likely = used
    .filter(({ entry }) => !own.has(entry.term))
    .sort((a, b) => b.usage - a.usage)
    .slice(0, MOST_COMPLETIONS)
  const least = LEAST_SHARE * (likely[0]?.usage ?? 0)
  return likely.filter(({ usage }) => usage >= least).map(({ entry }) => entry)
}
