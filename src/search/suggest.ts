/**
 * "Did you mean": for a word that the index does not have, the likeliest one that it has.
 */

import { toTerms } from './analysis.js'
import type { ArchiveIndex, TermEntry } from './archive-index.js'
import { lengthOfRecord } from './vocabulary.js'

/** Shorter words are abbreviations: everything is near them. */
const SHORTEST = 4
/** Words of this length may have two mistakes. */
const LONG = 7
const LETTERS = /^\p{L}+$/u
/** What a mistake costs, in doublings of how often the word is used. */
const COST_OF_EDIT = 5

export interface Suggestion {
  /** As typed. */
  readonly typed: string
  /** The word to show. */
  readonly word: string
  readonly entry: TermEntry
}

/** The likeliest word of the index for one that it lacks; null where none is near. Looks among words with the same first letter. */
export async function suggestWord(index: ArchiveIndex, typed: string): Promise<Suggestion | null> {
  const sought = toTerms(typed).words[0] ?? ''
  if (sought.length < SHORTEST || !LETTERS.test(sought)) return null
  const most = sought.length < LONG ? 1 : 2
  let best: TermEntry | null = null
  let bestValue = 0
  for (const shard of await index.shardsOf(sought.charAt(0))) {
    const vocabulary = await index.vocabulary(shard)
    for (const [at, term] of vocabulary.terms.entries()) {
      if (Math.abs(term.length - sought.length) > most || !LETTERS.test(term)) continue
      const edits = editDistance(sought, term, most)
      if (edits === null) continue
      const value = Math.log2(lengthOfRecord(vocabulary.postings, at)) - COST_OF_EDIT * edits + 2 * COST_OF_EDIT
      if (value <= bestValue) continue
      best = { term, shard, at }
      bestValue = value
    }
  }
  return best === null ? null : { typed, word: toWord(typed, sought, best.term), entry: best }
}

/** A word for a stem: the stem with the ending that was typed, if that has this stem: `exchnage` -> `exchang` -> `exchange`. */
function toWord(typed: string, sought: string, term: string): string {
  const ending = typed.startsWith(sought.slice(0, -1)) ? typed.slice(sought.length) : ''
  const candidates = [
    term + ending,
    `${term.slice(0, -1)}${typed.slice(sought.length - 1)}`,
    `${term}e`,
    `${term.slice(0, -1)}y`,
  ]
  return candidates.find((candidate) => toTerms(candidate).words[0] === term) ?? term
}

/** The number of edits (insert, delete, replace, swap neighbours) between two words, or null where it is more than `most`. */
export function editDistance(a: string, b: string, most: number): number | null {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1), swap))
    }
    if (Math.min(...row) > most) return null
    before = last
    last = row
  }
  const distance = last[b.length] ?? 0
  return distance > most ? null : distance
}
