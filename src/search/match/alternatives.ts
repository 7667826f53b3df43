/**
 * Alternatives for the words of a query: the likely spelling of a misspelt word, words of the same meaning, and two
 * neighbours written as one word (`fail over`). Ranking counts them for less than the words themselves.
 */
import { indexTerms } from '../analysis/analysis.js'
import { compoundsOf } from '../analysis/compounds.js'
import { type Stand, synonymsOf } from '../analysis/synonyms.js'
import type { QueryClause } from '../query/clause.js'
import type { ArchiveIndex, TermEntry } from '../reader/index-reader.js'
import type { Suggestion } from './suggest.js'

/** Terms that together may stand for a word of the query. */
export interface Alternative {
  readonly terms: readonly TermEntry[]
  /** The worth of the terms, from 0 to 1; the word itself is worth 1. */
  readonly worth: number
}

const REPAIRED_WORTH = 0.9
const SYNONYM_WORTH = 0.8
const JOINED_WORTH = 0.7
/** The most alternatives for all words of a query together. A long query says enough by its own words. */
const MOST_ALTERNATIVES = 40

const LETTERS = /^\p{L}+$/u

/** The alternatives for the word of each clause, except likelier spellings. */
export async function findAlternatives(
  index: ArchiveIndex,
  clauses: readonly QueryClause[],
): Promise<readonly (readonly Alternative[])[]> {
  const words = clauses.map(({ term }) => term)
  let left = MOST_ALTERNATIVES
  const plans = words.map((word, i) => {
    const plan = planAlternatives(word, words[i - 1], words[i + 1]).slice(0, left)
    left -= plan.length
    return plan
  })
  return Promise.all(
    plans.map(async (plan) => {
      const found = await Promise.all(plan.map(({ stand, worth }) => findStand(index, stand, worth)))
      return found.filter((alternative) => alternative !== null)
    }),
  )
}

/** The likelier spelling of a misspelt word, as an alternative. */
export function toRepair({ entry }: Suggestion): Alternative {
  return { terms: [entry], worth: REPAIRED_WORTH }
}

interface PlannedAlternative {
  readonly stand: Stand
  readonly worth: number
}

function planAlternatives(word: string, before = '', after = ''): readonly PlannedAlternative[] {
  const synonyms = [...compoundsOf(word), ...indexTerms(word).flatMap(synonymsOf)]
  const joined = [join(before, word), join(word, after)].filter((stand) => stand.length > 0)
  return [
    ...synonyms.map((stand) => ({ stand, worth: SYNONYM_WORTH })),
    ...joined.map((stand) => ({ stand, worth: JOINED_WORTH })),
  ]
}

/** Joins two words into one. Empty if one of them is a stop word, or is more than letters. */
function join(first: string, second: string): Stand {
  const areWords = [first, second].every((word) => LETTERS.test(word) && indexTerms(word).length > 0)
  return areWords ? indexTerms(first + second) : []
}

/** The entries of all terms; null if the index does not have one of them. */
async function findStand(index: ArchiveIndex, stand: Stand, worth: number): Promise<Alternative | null> {
  const terms = (await Promise.all(stand.map((term) => index.find(term)))).filter((entry) => entry !== null)
  return terms.length < stand.length ? null : { terms, worth }
}
