/**
 * What needs to know where words stand: phrases, and words in a section.
 *
 * A place knows the stop words before it, so those inside a phrase and before its first word are compared. Those after its last
 * word stand before a word that nobody knows: they are left out.
 */

import { type PhraseWord, toPhraseWords } from '../analysis/phrase-words.js'
import { RunBook } from '../analysis/stop-words.js'
import { hasPlaces } from '../fields.js'
import type { QueryPhrase } from '../query/clause.js'
import type { ArchiveIndex, TermEntry } from '../reader/index-reader.js'
import type { ArchiveExtents } from '../shards/extents.js'
import { type FieldPostings, sumBefore } from '../shards/postings-record.js'
import type { ArticleSet, FoundTerm } from './found.js'

/** A term with postings and places, standing `offset` places after a phrase's begin. */
interface PlacedTerm {
  readonly offset: number
  readonly fields: readonly FieldPostings[]
  readonly places: readonly Uint32Array[]
  /** For each place whether the stop words before it are those of the phrase. */
  readonly areRight: readonly Uint8Array[]
}

/** The articles that have a phrase; null where it has no word to look for. */
export async function findPhrase(
  index: ArchiveIndex,
  phrase: QueryPhrase,
  articleCount: number,
): Promise<ArticleSet | null> {
  const { words } = toPhraseWords(phrase.text)
  if (words.length === 0) return null
  const found = new Uint8Array(articleCount)
  const entries = await Promise.all(words.map((word) => index.find(word.term)))
  const known = entries.filter((entry) => entry !== null)
  if (known.length < words.length) return found
  const placed = await Promise.all(known.map((entry, offset) => placeTerm(index, entry, words, offset)))
  const extents = await index.extents()
  for (const field of phrase.fields) {
    if (hasPlaces(field)) markPhrase(placed, field, phrase.section, extents, found)
    else if (phrase.fields.length === 1) markAll(placed, field, found)
  }
  return found
}

async function placeTerm(
  index: ArchiveIndex,
  entry: TermEntry,
  words: readonly PhraseWord[],
  offset: number,
): Promise<PlacedTerm> {
  const [fields, record] = await Promise.all([index.postings(entry), index.places(entry)])
  const isRight = runTest(words[offset]?.stopRun ?? '', offset === 0)
  const areRight = record.places.map((places) => new Uint8Array(places.length).fill(1))
  if (isRight !== null) {
    const book = new RunBook()
    const answers: boolean[] = []
    for (const [field, runs] of record.readStopRuns(book).entries()) {
      const right = areRight[field]
      for (const [at, run] of runs.entries()) {
        answers[run] ??= isRight(book.runOf(run))
        if (right !== undefined && answers[run] === false) right[at] = 0
      }
    }
  }
  return { offset, fields, places: record.places, areRight }
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
  private readonly sums: Uint32Array
  private readonly places: Uint32Array
  private readonly areRight: Uint8Array
  private readonly offset: number
  private at = 0

  constructor(term: PlacedTerm, field: number) {
    this.articles = term.fields[field]?.articles ?? new Uint32Array()
    this.sums = term.fields[field]?.sums ?? new Uint32Array()
    this.places = term.places[field] ?? new Uint32Array()
    this.areRight = term.areRight[field] ?? new Uint8Array()
    this.offset = term.offset
  }

  get articleCount(): number {
    return this.articles.length
  }

  /** Goes on to an article; false where the term is not in it. */
  moveTo(article: number): boolean {
    while (this.at < this.articles.length && (this.articles[this.at] ?? 0) < article) this.at += 1
    return this.articles[this.at] === article
  }

  /** Where the phrase would begin, by each place of the term. */
  begins(): readonly number[] {
    const begins: number[] = []
    for (let i = this.first; i < this.end; i++)
      if (this.areRight[i] === 1) begins.push((this.places[i] ?? 0) - this.offset)
    return begins
  }

  /** Whether the term stands where it must if the phrase begins there. */
  hasAt(begin: number): boolean {
    for (let i = this.first; i < this.end; i++)
      if (this.places[i] === begin + this.offset) return this.areRight[i] === 1
    return false
  }

  private get first(): number {
    return sumBefore(this.sums, this.at)
  }

  private get end(): number {
    return this.sums[this.at] ?? 0
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
  const { articles, sums } = term.fields[field] ?? { articles: new Uint32Array(), sums: new Uint32Array() }
  const own = places[field] ?? new Uint32Array()
  const kept: number[] = []
  const keptSums: number[] = []
  for (let i = 0; i < articles.length; i++) {
    const from = sumBefore(sums, i)
    const isHere = own.subarray(from, sums[i]).some((place) => isInSection(extents, articles[i] ?? 0, place, code))
    if (!isHere) continue
    kept.push(articles[i] ?? 0)
    keptSums.push((keptSums[keptSums.length - 1] ?? 0) + (sums[i] ?? 0) - from)
  }
  const restricted = { articles: Uint32Array.from(kept), sums: Uint32Array.from(keptSums) }
  return { ...term, fields: term.fields.map((postings, i) => (i === field ? restricted : postings)) }
}
