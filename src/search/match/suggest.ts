/**
 * "Did you mean": for a word that the index does not have, or hardly, the likeliest one that it has.
 */
import { toTerms } from '../analysis/analysis.js'
import type { ArchiveIndex, TermEntry } from '../reader/index-reader.js'

/** Shorter words are abbreviations: everything is near them. */
const SHORTEST = 4
/** Words of this length may have two mistakes. */
const LONG = 7
const LETTERS = /^\p{L}+$/u
/** What a mistake costs, in doublings of how often the word is used. */
const COST_OF_EDIT = 5
/** A word whose postings take no more bytes (some six articles) may be a mistake that the articles make too ... */
const RARE_BYTES = 12
/** ... of one that takes so many times more. */
const MUCH_MORE = 50

export interface Suggestion {
  /** As typed, in lower case. */
  readonly typed: string
  /** The word to show. */
  readonly word: string
  readonly entry: TermEntry
}

/** The likeliest word for a typed one that is unknown or rare, or null. Looks among words with the same first letter. */
export async function suggestWord(index: ArchiveIndex, typed: string): Promise<Suggestion | null> {
  const sought = toTerms(typed).words[0] ?? ''
  if (sought.length < SHORTEST || !LETTERS.test(sought)) return null
  const known = await index.find(sought)
  const usage = known === null ? 0 : await index.usage(known)
  if (usage > RARE_BYTES) return null
  const most = usage > 0 || sought.length < LONG ? 1 : 2
  const least = usage * MUCH_MORE
  const [near, slip] = await Promise.all([
    findLikeliest(index, sought, most, least),
    usage > 0 ? null : findSlip(index, typed.toLowerCase(), least),
  ])
  if (slip !== null && slip.value > (near?.value ?? -Infinity)) return { typed, word: slip.word, entry: slip.entry }
  return near === null ? null : { typed, word: toWord(typed, sought, near.entry.term), entry: near.entry }
}

/** A term with its likelihood. */
interface Likely {
  readonly entry: TermEntry
  readonly value: number
}

/**
 * The likeliest word of which two neighbouring letters were swapped, or a letter typed too many. Stems may differ by more: that
 * of `vioaltion` is all of it, that of `violation` is `violat`.
 */
async function findSlip(
  index: ArchiveIndex,
  typed: string,
  least: number,
): Promise<(Likely & { readonly word: string }) | null> {
  const words = typed.split('').flatMap((letter, i) => {
    const [before, after] = [typed.slice(0, i), typed.slice(i + 1)]
    return i === 0 ? [] : [before + after, before + after.charAt(0) + letter + after.slice(1)]
  })
  const found = await Promise.all(
    words.map(async (word) => {
      const entry = await index.find(toTerms(word).words[0] ?? '')
      const usage = entry === null ? 0 : await index.usage(entry)
      return entry === null || usage <= least ? null : { word, entry, value: Math.log2(usage) - COST_OF_EDIT }
    }),
  )
  return found.filter((one) => one !== null).sort((a, b) => b.value - a.value)[0] ?? null
}

/** The term within `most` edits that is used most, mistakes counted off; it must be used more than `least`. */
async function findLikeliest(index: ArchiveIndex, sought: string, most: number, least: number): Promise<Likely | null> {
  let best: Likely | null = null
  for (const shard of await index.shardsOf(sought.charAt(0))) {
    const { terms, postings } = await index.words(shard)
    for (let at = 0; at < terms.count; at++) {
      const usage = postings.lengthAt(at)
      if (usage <= least || terms.lengthAt(at) < sought.length - most) continue
      const term = terms.at(at)
      if (Math.abs(term.length - sought.length) > most) continue
      const edits = LETTERS.test(term) ? editDistance(sought, term, most) : null
      if (edits === null || edits === 0) continue
      const value = Math.log2(usage) - COST_OF_EDIT * edits
      if (value > (best?.value ?? -Infinity)) best = { entry: { term, shard, at }, value }
    }
  }
  return best
}

/**
 * A word for a stem: that with this stem which is nearest to what was typed, the shortest of several: `exchnage` -> `exchang` ->
 * `exchange`, but `problme` -> `problem`, not `probleme`.
 */
function toWord(typed: string, sought: string, term: string): string {
  const endings = ['', 'e', 's', typed.slice(sought.length)]
  const candidates = [...endings.map((ending) => term + ending), `${term.slice(0, -1)}y`]
  const most = typed.length + term.length
  const distances = candidates
    .filter((candidate) => toTerms(candidate).words[0] === term)
    .map((candidate) => ({ candidate, distance: editDistance(typed, candidate, most) ?? most }))
    .sort((a, b) => a.distance - b.distance || a.candidate.length - b.candidate.length)
  return distances[0]?.candidate ?? term
}

/** The number of edits (insert, delete, replace, swap neighbours) between two words, or null where it is more than `most`. */
export function editDistance(a: string, b: string, most: number): number | null {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwap ? (before[j - 2] ?? 0) + 1 : Infinity
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1), swapped))
    }
    if (row.every((distance) => distance > most)) return null
    before = last
    last = row
  }
  const distance = last[b.length] ?? 0
  return distance > most ? null : distance
}
