/**
 * "Did you mean": the likeliest word of the index for one that it lacks, or hardly has.
 */
import { toTerms } from '../analysis/analysis.js'
import type { ArchiveIndex, TermEntry } from '../reader/index-reader.js'

/** The shortest word that is corrected. Shorter ones are abbreviations, which are near everything. */
const SHORTEST = 4
/** The longest text that is corrected: each letter is tried as a slip. */
const LONGEST = 40
/** Words of this length or longer may have two mistakes. */
const LONG = 7
const LETTERS = /^\p{L}+$/u
/** The cost of a mistake, in doublings of a word's usage. */
const COST_OF_EDIT = 5
/** The most bytes of postings (some six articles) for a word that may be a mistake, made in the articles too. */
const RARE_BYTES = 12
/** A word that has postings is a mistake only if the other word's are larger by this factor. */
const MUCH_MORE = 50

export interface Suggestion {
  /** As typed, in lower case. */
  readonly typed: string
  /** The word to show. */
  readonly word: string
  readonly entry: TermEntry
}

/** The likeliest word for a typed one that is unknown or rare, or null. It begins with the same letter. */
export async function suggestWord(index: ArchiveIndex, typed: string): Promise<Suggestion | null> {
  if (typed.length > LONGEST) return null
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
 * The likeliest word that differs by a slip: two neighbouring letters swapped, or a letter too many. The stems may
 * differ by more: `vioaltion` is its own stem, while that of `violation` is `violat`.
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

/** The term within `most` edits that is used most, less the cost of its edits. It must be used more than `least`. */
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
 * A word for a stem: of the words with this stem, the nearest to the typed one, or the shortest of several. So
 * `exchnage` -> `exchang` -> `exchange`, but `problme` -> `problem`, not `probleme`.
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

/**
 * The number of edits (insert, delete, replace, swap neighbours) between two words, or null if it is more than `most`.
 */
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
