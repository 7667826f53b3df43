/**
 * Matching of phrases, by the places of their words.
 *
 * A place has the stop words before it, so those inside a phrase and before its first word are compared. Stop words
 * after its last word are known in titles and messages only (`analysis/messages.ts`): the end of a phrase is right,
 * wrong or unknown.
 */

import { type PhraseWord, toPhraseWords } from '../analysis/phrase-words.js'
import { lowerBound } from '../arrays/binary-search.js'
import { hasPlaces } from '../fields.js'
import type { QueryPhrase } from '../query/clause.js'
import type { ArchiveIndex } from '../reader/index-reader.js'
import type { ArchiveExtents } from '../shards/extents.js'
import type { PlacesRecord } from '../shards/places-record.js'
import { type FieldPostings, NO_ARTICLES } from '../shards/postings-record.js'
import type { ArticleSet } from './found.js'
import { ABSENT, PlaceCursor, type PlacedTerm, UNKNOWN_END, WHOLE, WRONG_END } from './placed-term.js'
import { isInSection } from './sections.js'

/** The articles that have a phrase, except for stop words at its end; null if it has no word to look for. */
export async function findPhrase(
  index: ArchiveIndex,
  phrase: QueryPhrase,
  articleCount: number,
): Promise<ArticleSet | null> {
  const levels = await findPhraseLevels(index, phrase, articleCount, { comparesEnd: false })
  return levels === null ? null : levels.map((level) => (level === ABSENT ? 0 : 1))
}

/** The work to do for a phrase. */
export interface PhraseEffort {
  /** True: compare the stop words at the end, too. */
  readonly comparesEnd: boolean
  /**
   * Only the rarest words are compared, as many as have no more places together, and the last word if the end is
   * compared. If fewer than two words of several are left, no article is found.
   */
  readonly mostPlaces?: number
}

/**
 * The level of each article, by ordinal; the higher, the better. Null if the phrase has no word to look for.
 *
 *     0   it does not have all words, or has other stop words between them
 *     1   it has all, but other stop words at the end
 *     2   it has all, but the stop words at the end are not known
 *     3   it has all
 */
export async function findPhraseLevels(
  index: ArchiveIndex,
  phrase: QueryPhrase,
  articleCount: number,
  { comparesEnd, mostPlaces = Number.POSITIVE_INFINITY }: PhraseEffort,
): Promise<Uint8Array | null> {
  const { words, endRun } = toPhraseWords(phrase.text)
  if (words.length === 0) return null
  const found = new Uint8Array(articleCount)
  const entries = await Promise.all(words.map((word) => index.find(word.term)))
  const known = entries.filter((entry) => entry !== null)
  if (known.length < words.length) return found
  const postings = await Promise.all(known.map((entry) => index.postings(entry)))
  // Places are in files of their own. They are loaded only if an article has all the words in one field.
  if (!phrase.fields.some((field) => haveCommonArticle(postings, field))) return found
  const isEndCompared = comparesEnd && endRun !== '' && countPlaces(postings[words.length - 1] ?? []) <= mostPlaces
  const compared = chooseRarest(postings.map(countPlaces), mostPlaces)
  if (isEndCompared && !compared.includes(words.length - 1)) compared.push(words.length - 1)
  if (compared.length < Math.min(words.length, FEWEST_COMPARED)) return found
  const chosen = known.filter((_, offset) => compared.includes(offset))
  const [extents, records] = await Promise.all([
    index.extents(),
    Promise.all(chosen.map((entry) => index.places(entry))),
  ])
  const placed = compared.map((offset, i) => ({
    offset,
    fields: postings[offset] ?? [],
    places: records[i]?.places ?? [],
    levels: null,
  }))
  const mark = (all: readonly PlacedTerm[]) => {
    found.fill(0)
    for (const field of phrase.fields) {
      if (hasPlaces(field)) markPhrase(all, field, phrase.section, extents, found)
      else if (phrase.fields.length === 1) markAll(all, field, found)
    }
  }
  mark(placed)
  const ends = (offset: number) => (isEndCompared && offset === words.length - 1 ? endRun : '')
  if (found.includes(WHOLE))
    mark(placed.map((term, i) => compareRuns(term, records[i] ?? null, words[term.offset], ends(term.offset))))
  keepHolders(
    postings.filter((_, offset) => !compared.includes(offset)),
    phrase.fields,
    found,
  )
  return found
}

/** Removes from `found` the articles that lack one of the terms in all the fields. */
function keepHolders(terms: readonly (readonly FieldPostings[])[], fields: readonly number[], found: Uint8Array): void {
  const hasTerm = (article: number) => (term: readonly FieldPostings[]) =>
    fields.some((field) => {
      const { articles } = term[field] ?? NO_ARTICLES
      return articles[lowerBound(articles, article)] === article
    })
  if (terms.length === 0) return
  for (let i = 0; i < found.length; i++) if (found[i] !== ABSENT && !terms.every(hasTerm(i))) found[i] = ABSENT
}

const FEWEST_COMPARED = 2

/** The number of a term's places, in all fields that store them. */
function countPlaces(fields: readonly FieldPostings[]): number {
  let count = 0
  for (const [field, { sums }] of fields.entries()) if (hasPlaces(field)) count += sums[sums.length - 1] ?? 0
  return count
}

/** The indices of the smallest counts, as many as have a sum of at most `most`. */
function chooseRarest(counts: readonly number[], most: number): number[] {
  let sum = 0
  return [...counts.keys()]
    .sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0))
    .filter((i) => {
      sum += counts[i] ?? 0
      return sum <= most
    })
    .sort((a, b) => a - b)
}

/** True if an article has all the terms in the field. */
function haveCommonArticle(terms: readonly (readonly FieldPostings[])[], field: number): boolean {
  const lists = terms.map((fields) => fields[field]?.articles ?? NO_ARTICLES.articles)
  const [rarest = NO_ARTICLES.articles, ...others] = lists.sort((a, b) => a.length - b.length)
  return rarest.some((article) => others.every((articles) => articles[lowerBound(articles, article)] === article))
}

/**
 * Compares the stop words before a term, and those after it with `endRun`. This is a second step, since stop words take
 * longer to decode than places.
 */
function compareRuns(
  term: PlacedTerm,
  record: PlacesRecord | null,
  word: PhraseWord | undefined,
  endRun: string,
): PlacedTerm {
  const isRight = runTest(word?.stopRun ?? '', term.offset === 0)
  if (record === null || (isRight === null && endRun === '')) return term
  const { book, before, after } = record.stopRuns()
  const beforeLevels = toLevels(before, (run) => (isRight === null || isRight(book.runOf(run)) ? WHOLE : ABSENT))
  if (endRun === '') return { ...term, levels: beforeLevels }
  const afterLevels = toLevels(after(), (next) => {
    if (next === 0) return UNKNOWN_END
    return book.runOf(next - 1).startsWith(endRun) ? WHOLE : WRONG_END
  })
  const levels = beforeLevels.map((own, field) =>
    own.map((level, at) => Math.min(level, afterLevels[field]?.[at] ?? 0)),
  )
  return { ...term, levels }
}

/** The level of each run. `levelOf` is called once for each run's number. */
function toLevels(runs: readonly Uint32Array[], levelOf: (run: number) => number): readonly Uint8Array[] {
  const known: number[] = []
  return runs.map((own) => Uint8Array.from(own, (run) => (known[run] ??= levelOf(run))))
}

/**
 * Tests the run before a word: it is that of the phrase; before the first word it ends with it. Null: any run will do.
 */
function runTest(stopRun: string, isFirst: boolean): ((run: string) => boolean) | null {
  if (!isFirst) return (run) => run === stopRun
  return stopRun === '' ? null : (run) => run.endsWith(stopRun)
}

/** Marks the articles that have all terms in the field. This stands in for a phrase in fields that store no places. */
function markAll(terms: readonly PlacedTerm[], field: number, found: Uint8Array): void {
  const counts = new Uint32Array(found.length)
  for (const { fields } of terms) {
    for (const article of fields[field]?.articles ?? []) counts[article] = (counts[article] ?? 0) + 1
  }
  for (let i = 0; i < found.length; i++) if (counts[i] === terms.length) found[i] = WHOLE
}

/**
 * Marks the articles in which the terms follow each other as in the phrase, with the best level. Tries each place of
 * the rarest term.
 */
function markPhrase(
  terms: readonly PlacedTerm[],
  field: number,
  section: number | null,
  extents: ArchiveExtents,
  found: Uint8Array,
): void {
  const cursors = terms.map((term) => new PlaceCursor(term, field)).sort((a, b) => a.articleCount - b.articleCount)
  const [rarest, ...others] = cursors
  if (rarest === undefined) return
  for (const article of rarest.articles) {
    if (found[article] === WHOLE) continue
    if (!cursors.every((cursor) => cursor.moveTo(article))) continue
    for (const begin of rarest.begins()) {
      if (section !== null && !isInSection(extents, article, begin, section)) continue
      let level = rarest.levelAt(begin)
      for (const other of others) level = Math.min(level, other.levelAt(begin))
      found[article] = Math.max(found[article] ?? ABSENT, level)
      if (level === WHOLE) break
    }
  }
}
