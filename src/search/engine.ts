/**
 * The search: from a request to hits, facets and what to tell the reader. The same in the browser and in the terminal.
 *
 *     const search = createSearch(loader)
 *     const { hits, total } = await search.search(request)
 *     const cards = await search.cards(hits.map((hit) => hit.number))
 */
import { ArchiveIndex, type TermEntry } from './archive-index.js'
import {
  type ArticleSet,
  articlesOf,
  type Conditions,
  evaluate,
  type FoundClause,
  type FoundTerm,
  type Matches,
} from './evaluate.js'
import { type ExpandedClause, expandClause } from './expand.js'
import { applyFilters } from './facets.js'
import { findJump, lowerBound } from './jump.js'
import { findPhrase, phraseWords, restrictToSection } from './places.js'
import { type ParsedQuery, parseQuery, type QueryClause } from './query.js'
import { rankByCoverage } from './rank.js'
import { recognise } from './recognise.js'
import { inverseFrequency, type Statistics } from './score.js'
import { type Suggestion, suggestWord } from './suggest.js'
import { topOf } from './top.js'
import type { SearchCard, SearchRequest, SearchResult, ShardLoader } from './types.js'

export interface Search {
  search(request: SearchRequest): Promise<SearchResult>
  /** Cards in the order of the numbers; null where the archive has no such article. */
  cards(numbers: readonly number[]): Promise<readonly (SearchCard | null)[]>
  /** Files that the last search and its cards could not read, one sentence each: the hits are those of the rest. */
  takeFaults(): readonly string[]
  /** The archive's build: two builds with the same content have the same. */
  buildId(): Promise<string>
}

/** Makes a search over the shards that the loader gives. Nothing is loaded before the first request. */
export function createSearch(loader: ShardLoader): Search {
  const index = new ArchiveIndex(loader)
  return {
    search: (request) => search(index, request),
    cards: (numbers) => findCards(index, numbers),
    takeFaults: () => index.takeFaults(),
    buildId: async () => (await index.manifest()).buildId,
  }
}

async function search(index: ArchiveIndex, request: SearchRequest): Promise<SearchResult> {
  const query = parseQuery(request.text)
  const general = Promise.all([readStatistics(index), index.columns()])
  // Awaited below; a clause that fails before that is what the reader is told.
  general.catch(() => undefined)
  const expanded = await Promise.all(query.clauses.map((clause) => expandClause(index, clause)))
  const clauses = await Promise.all(
    expanded.filter((clause) => clause !== null).map((clause) => findClause(index, clause)),
  )
  const [statistics, columns] = await general
  const conditions = await findConditions(index, query, clauses, statistics)
  const matches = evaluate(clauses, conditions, statistics)
  const filtered = applyFilters(matches.articles, request.filters, columns)
  const order = orderOf(request, query, clauses, matches, columns.days)
  const top = topOf(filtered.articles, request.offset + request.limit, order).subarray(request.offset)
  const suggestions = await suggestWords(index, query, expanded)
  return {
    total: filtered.articles.length,
    hits: Array.from(top, (ordinal) => {
      const number = columns.numbers[ordinal] ?? 0
      return { number, id: `Q${number}`, score: matches.scores[ordinal] ?? 0 }
    }),
    facets: filtered.facets,
    jump: findJump(request.text, columns.numbers),
    recognised: recognise(request.text),
    ignored: [...query.ignored, ...ignoredClauses(query, expanded)],
    suggestion: suggestions.length === 0 ? null : replaceWords(request.text, suggestions),
    marks: marksOf(query, clauses),
  }
}

async function readStatistics(index: ArchiveIndex): Promise<Statistics> {
  const [{ articleCount, fieldLengths }, lengths] = await Promise.all([index.manifest(), index.lengths()])
  return { articleCount, averages: fieldLengths.map((length) => length / articleCount), lengths }
}

/** The postings of a clause's terms; of those in its section, where it names one. */
async function findClause(index: ArchiveIndex, { clause, terms }: ExpandedClause): Promise<FoundClause> {
  const words = await Promise.all(
    terms.map((entries) => Promise.all(entries.map((entry) => findTerm(index, entry, clause)))),
  )
  return { clause, words }
}

async function findTerm(index: ArchiveIndex, entry: TermEntry, clause: QueryClause): Promise<FoundTerm> {
  const [fields, { articleCount }] = await Promise.all([index.postings(entry), index.manifest()])
  const found = { term: entry.term, idf: inverseFrequency(fields, articleCount), fields }
  if (clause.section === null) return found
  return restrictToSection(index, entry, found, clause.fields[0] ?? 0, clause.section)
}

/** Phrases, and that of the words for a section at least one is in it. */
async function findConditions(
  index: ArchiveIndex,
  query: ParsedQuery,
  clauses: readonly FoundClause[],
  { articleCount }: Statistics,
): Promise<Conditions> {
  const required: ArticleSet[] = []
  const prohibited: ArticleSet[] = []
  for (const phrase of query.phrases) {
    const set = await findPhrase(index, phrase, articleCount)
    if (set !== null) (phrase.presence === 'required' ? required : prohibited).push(set)
  }
  const scoped = clauses.filter(({ clause }) => clause.section !== null && clause.presence === 'optional')
  for (const section of new Set(scoped.map(({ clause }) => clause.section))) {
    const own = scoped.filter(({ clause, words }) => clause.section === section && words.length > 0)
    if (own.length > 0) required.push(unionOf(own.map((found) => articlesOf(found, articleCount))))
  }
  return { required, prohibited }
}

function unionOf(sets: readonly ArticleSet[]): ArticleSet {
  const [first = new Uint8Array(), ...others] = sets
  return first.map((member, article) => (member === 1 || others.some((set) => set[article] === 1) ? 1 : 0))
}

/** Which of two hits comes first: by date, or this project's rank for plain words, or Lunr's score; then by number. */
function orderOf(
  request: SearchRequest,
  query: ParsedQuery,
  clauses: readonly FoundClause[],
  matches: Matches,
  days: Uint16Array,
): (a: number, b: number) => boolean {
  if (request.sort === 'date') return descending(days)
  return descending(query.isPlain ? rankByCoverage(clauses, matches) : matches.scores)
}

function descending(values: Float64Array | Uint16Array): (a: number, b: number) => boolean {
  return (a, b) => {
    const difference = (values[a] ?? 0) - (values[b] ?? 0)
    return difference === 0 ? a < b : difference > 0
  }
}

/** Clauses that say nothing: stop words, and those that stand for too much. */
function ignoredClauses(query: ParsedQuery, expanded: readonly (ExpandedClause | null)[]): readonly string[] {
  const said = query.clauses.filter((_, i) => expanded[i] === null || expanded[i]?.sought.length === 0)
  return [...new Set(said.map(({ term }) => term))]
}

/** What is likelier meant by words that the index does not have. */
async function suggestWords(
  index: ArchiveIndex,
  query: ParsedQuery,
  expanded: readonly (ExpandedClause | null)[],
): Promise<readonly Suggestion[]> {
  if (query.isPaste) return []
  const unknown = expanded.filter((found) => found !== null).filter(isUnknown)
  const found = await Promise.all(unknown.map(({ clause }) => suggestWord(index, clause.term)))
  return found.filter((suggestion) => suggestion !== null)
}

function isUnknown({ clause, sought, terms }: ExpandedClause): boolean {
  return clause.usePipeline && sought.length > 0 && terms.every((found) => found.length === 0)
}

/** The query with the likelier words. */
function replaceWords(text: string, suggestions: readonly Suggestion[]): string {
  const words = new Map(suggestions.map(({ typed, word }) => [typed, word]))
  return text.replace(WORD, (word) => words.get(word.toLowerCase()) ?? word)
}

const WORD = /[\p{L}\p{N}_]+/gu

/** Terms for marking words in hits. */
function marksOf(query: ParsedQuery, clauses: readonly FoundClause[]): readonly string[] {
  const sought = clauses.filter(({ clause }) => clause.presence !== 'prohibited')
  const terms = sought.flatMap(({ words }) => words.flatMap((found) => found.map(({ term }) => term)))
  const phrases = query.phrases
    .filter(({ presence }) => presence === 'required')
    .flatMap(({ text }) => phraseWords(text))
  return [...new Set([...terms, ...phrases.map(({ term }) => term)])]
}

async function findCards(index: ArchiveIndex, numbers: readonly number[]): Promise<readonly (SearchCard | null)[]> {
  const { numbers: all } = await index.columns()
  return Promise.all(
    numbers.map((number) => {
      const ordinal = lowerBound(all, number)
      return all[ordinal] === number ? index.card(ordinal) : null
    }),
  )
}
