/**
 * What needs to know where words stand: phrases, and words in a section.
 *
 * A place knows the stop words before it, so those inside a phrase and before its first word are compared. Those after its last
 * word stand before a word that nobody knows: they are left out.
 */

import { type PhraseWord, toPhraseWords } from '../analysis/phrase-words.js'
import { RunBook } from '../analysis/stop-words.js'
import { lowerBound } from '../arrays/binary-search.js'
import { hasPlaces } from '../fields.js'
import type { QueryPhrase } from '../query/clause.js'
import type { ArchiveIndex, TermEntry } from '../reader/index-reader.js'
import type { ArchiveExtents } from '../shards/extents.js'
import type { PlacesRecord } from '../shards/places-record.js'
import { type FieldPostings, NO_ARTICLES, sumBefore } from '../shards/postings-record.js'
import { DEEP } from '../shards/steps.js'
import type { ArticleSet, FoundTerm } from './found.js'

/** A term with postings and places, standing `offset` places after a phrase's begin. */
interface PlacedTerm {
  readonly offset: number
  readonly fields: readonly FieldPostings[]
  readonly places: readonly Uint32Array[]
  /** For each place whether the stop words before it are those of the phrase; null: not compared yet. */
  readonly areRight: readonly Uint8Array[] | null
}

/**
 * The articles that have a phrase; null where it has no word to look for. `mostPlaces`: only the rarest words are compared, as many
 * as have no more places together, and at least two; where two have more, no article is found.
 */
export async function findPhrase(
  index: ArchiveIndex,
  phrase: QueryPhrase,
  articleCount: number,
  mostPlaces = Number.POSITIVE_INFINITY,
): Promise<ArticleSet | null> {
  const { words } = toPhraseWords(phrase.text)
  if (words.length === 0) return null
  const found = new Uint8Array(articleCount)
  const entries = await Promise.all(words.map((word) => index.find(word.term)))
  const known = entries.filter((entry) => entry !== null)
  if (known.length < words.length) return found
  const postings = await Promise.all(known.map((entry) => index.postings(entry)))
  // Places are in files of their own: they are loaded only where some article has all the words in one field.
  if (!phrase.fields.some((field) => haveCommonArticle(postings, field))) return found
  const compared = chooseRarest(postings.map(countPlaces), mostPlaces)
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
    areRight: null,
  }))
  const mark = (all: readonly PlacedTerm[]) => {
    found.fill(0)
    for (const field of phrase.fields) {
      if (hasPlaces(field)) markPhrase(all, field, phrase.section, extents, found)
      else if (phrase.fields.length === 1) markAll(all, field, found)
    }
  }
  mark(placed)
  if (found.includes(1)) mark(placed.map((term, i) => compareRuns(term, records[i] ?? null, words)))
  keepHolders(
    postings.filter((_, offset) => !compared.includes(offset)),
    phrase.fields,
    found,
  )
  return found
}

/** Takes out of `found` the articles that lack one of the terms in all the fields. */
function keepHolders(terms: readonly (readonly FieldPostings[])[], fields: readonly number[], found: ArticleSet): void {
  const hasTerm = (article: number) => (term: readonly FieldPostings[]) =>
    fields.some((field) => {
      const { articles } = term[field] ?? NO_ARTICLES
      return articles[lowerBound(articles, article)] === article
    })
  if (terms.length === 0) return
  for (let i = 0; i < found.length; i++) if (found[i] === 1 && !terms.every(hasTerm(i))) found[i] = 0
}

const FEWEST_COMPARED = 2

/** How many places a term has in all fields together that keep them. */
function countPlaces(fields: readonly FieldPostings[]): number {
  let count = 0
  for (const [field, { sums }] of fields.entries()) if (hasPlaces(field)) count += sums[sums.length - 1] ?? 0
  return count
}

/** The indices of the smallest counts, as many as are no more than `most` together. */
function chooseRarest(counts: readonly number[], most: number): readonly number[] {
  let sum = 0
  return [...counts.keys()]
    .sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0))
    .filter((i) => {
      sum += counts[i] ?? 0
      return sum <= most
    })
    .sort((a, b) => a - b)
}

/** Whether an article has all the terms in a field. */
function haveCommonArticle(terms: readonly (readonly FieldPostings[])[], field: number): boolean {
  const lists = terms.map((fields) => fields[field]?.articles ?? NO_ARTICLES.articles)
  const [rarest = NO_ARTICLES.articles, ...others] = lists.sort((a, b) => a.length - b.length)
  return rarest.some((article) => others.every((articles) => articles[lowerBound(articles, article)] === article))
}

/** The term with its stop words compared: decoding those takes longer than decoding places. */
function compareRuns(term: PlacedTerm, record: PlacesRecord | null, words: readonly PhraseWord[]): PlacedTerm {
  const isRight = runTest(words[term.offset]?.stopRun ?? '', term.offset === 0)
  if (isRight === null || record === null) return term
  const book = new RunBook()
  const answers: boolean[] = []
  const areRight = record.readStopRuns(book).map((runs) => {
    const right = new Uint8Array(runs.length)
    for (const [at, run] of runs.entries()) {
      answers[run] ??= isRight(book.runOf(run))
      if (answers[run] === true) right[at] = 1
    }
    return right
  })
  return { ...term, areRight }
}

/** What the stop words before a word must be: those of the phrase; before its first word at least those. Null: anything. */
function runTest(stopRun: string, isFirst: boolean): ((run: string) => boolean) | null {
  if (!isFirst) return (run) => run === stopRun
  return stopRun === '' ? null : (run) => run.endsWith(stopRun)
}

/** Marks the articles that have all terms in the field: what can be said of a phrase where places are not kept. */
function markAll(terms: readonly PlacedTerm[], field: number, found: ArticleSet): void {
  const counts = new Uint32Array(found.length)
  for (const { fields } of terms) {
    for (const article of fields[field]?.articles ?? []) counts[article] = (counts[article] ?? 0) + 1
  }
  for (let i = 0; i < found.length; i++) if (counts[i] === terms.length) found[i] = 1
}

/** Marks the articles in which all terms stand in line in the field: those of the rarest term are tried. */
function markPhrase(
  terms: readonly PlacedTerm[],
  field: number,
  section: number | null,
  extents: ArchiveExtents,
  found: ArticleSet,
): void {
  const cursors = terms.map((term) => new PlaceCursor(term, field)).sort((a, b) => a.articleCount - b.articleCount)
  const [rarest, ...others] = cursors
  if (rarest === undefined) return
  for (const article of rarest.articles) {
    if (found[article] !== 0) continue
    if (!cursors.every((cursor) => cursor.moveTo(article))) continue
    const isIn = (begin: number) => begin >= 0 && others.every((other) => other.hasAt(begin))
    const begins = rarest.begins().filter((begin) => isIn(begin))
    if (begins.some((begin) => section === null || isInSection(extents, article, begin, section))) found[article] = 1
  }
}

/** Goes through a term's articles in one field, and knows its places in the present one. */
class PlaceCursor {
  readonly articles: Uint32Array
  readonly #sums: Uint32Array
  readonly #places: Uint32Array
  readonly #areRight: Uint8Array | null
  readonly #offset: number
  #at = 0

  constructor(term: PlacedTerm, field: number) {
    this.articles = term.fields[field]?.articles ?? new Uint32Array()
    this.#sums = term.fields[field]?.sums ?? new Uint32Array()
    this.#places = term.places[field] ?? new Uint32Array()
    this.#areRight = term.areRight?.[field] ?? null
    this.#offset = term.offset
  }

  get articleCount(): number {
    return this.articles.length
  }

  /** Goes on to an article; false where the term is not in it. */
  moveTo(article: number): boolean {
    while (this.#at < this.articles.length && (this.articles[this.#at] ?? 0) < article) this.#at += 1
    return this.articles[this.#at] === article
  }

  /** Where the phrase would begin, by each place of the term. */
  begins(): readonly number[] {
    const begins: number[] = []
    for (let i = this.#first; i < this.#end; i++)
      if (this.#isRight(i)) begins.push((this.#places[i] ?? 0) - this.#offset)
    return begins
  }

  /** Whether the term stands where it must if the phrase begins there. */
  hasAt(begin: number): boolean {
    for (let i = this.#first; i < this.#end; i++) if (this.#places[i] === begin + this.#offset) return this.#isRight(i)
    return false
  }

  #isRight(at: number): boolean {
    return this.#areRight === null || this.#areRight[at] === 1
  }

  get #first(): number {
    return sumBefore(this.#sums, this.#at)
  }

  get #end(): number {
    return this.#sums[this.#at] ?? 0
  }
}

/** Whether a place of an article's body is in a section of this code. */
function isInSection({ firsts, codes, starts }: ArchiveExtents, article: number, place: number, code: number): boolean {
  let at = (firsts[article + 1] ?? 0) - 1
  while (at > (firsts[article] ?? 0) && (starts[at] ?? 0) > place) at -= 1
  return codes[at] === code && at >= (firsts[article] ?? 0)
}

/** A term with only those of its postings in `field` that have a place in a section of this code. */
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
