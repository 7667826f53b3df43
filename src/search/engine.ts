/**
 * The search: from a request to hits, facets and what to tell the reader. The same in the browser and in the terminal.
 *
 *     const search = createSearch(loader)
 *     const { hits, total } = await search.search(request)
 *     const cards = await search.cards(hits.map((hit) => hit.number))
 */
import { ArchiveIndex } from './archive-index.js'
import type { Columns } from './columns.js'
import { evaluate, type Matches } from './evaluate.js'
import { applyFilters } from './facets.js'
import { findJump, lowerBound } from './jump.js'
import { phraseWords } from './places.js'
import { type ParsedQuery, parseQuery } from './query.js'
import { rankArticles, toRankedWords } from './rank.js'
import { recognise } from './recognise.js'
import { type ResolvedQuery, resolveQuery } from './resolve.js'
import type { Statistics } from './score.js'
import { topOf } from './top.js'
import type { SearchCard, SearchHit, SearchRequest, SearchResult, ShardLoader } from './types.js'

export interface Search {
  search(request: SearchRequest): Promise<SearchResult>
  /** Cards in the order of the numbers; null where the archive has no such article. */
  cards(numbers: readonly number[]): Promise<readonly (SearchCard | null)[]>
  /** Files that the last search and its cards could not read, one sentence each: the hits are those of the rest. */
  takeFaults(): readonly string[]
  /** The archive's build: two builds of the same content have the same. */
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
  const [resolved, statistics, columns] = await Promise.all([
    resolveQuery(index, query, request.isTyping === true),
    index.statistics(),
    index.columns(),
  ])
  const matches = evaluate(resolved.clauses, resolved.conditions, statistics)
  const { articles, facets } = applyFilters(matches.articles, request.filters, columns)
  const order = orderOf(request, query, resolved, matches, statistics, columns)
  const shown = topOf(articles, request.offset + request.limit, order).subarray(request.offset)
  return {
    total: articles.length,
    hits: Array.from(shown, (ordinal) => toHit(columns.numbers[ordinal] ?? 0, matches.scores[ordinal] ?? 0)),
    facets,
    jump: findJump(request.text, columns.numbers),
    recognised: recognise(request.text),
    ignored: [...query.ignored, ...resolved.ignored],
    suggestion: suggestionOf(request.text, resolved),
    marks: marksOf(query, resolved),
  }
}

function toHit(number: number, score: number): SearchHit {
  return { number, id: `Q${number}`, score }
}

type IsBefore = (a: number, b: number) => boolean

/** Which of two hits comes first: by date; or, of plain words, by this project's rank; else by Lunr's score. Then by number. */
function orderOf(
  request: SearchRequest,
  query: ParsedQuery,
  { clauses, alternatives }: ResolvedQuery,
  { scores }: Matches,
  statistics: Statistics,
  { days }: Columns,
): IsBefore {
  if (request.sort === 'date') return descending(days)
  return descending(query.isPlain ? rankArticles(toRankedWords(clauses, alternatives), statistics) : scores)
}

function descending(values: Float64Array | Uint16Array): IsBefore {
  return (a, b) => {
    const difference = (values[a] ?? 0) - (values[b] ?? 0)
    return difference === 0 ? a < b : difference > 0
  }
}

/** The query with likelier words, or null. */
function suggestionOf(text: string, { suggestions }: ResolvedQuery): string | null {
  if (suggestions.length === 0) return null
  const words = new Map(suggestions.map(({ typed, word }) => [typed, word]))
  return text.replace(WORD, (word) => words.get(word.toLowerCase()) ?? word)
}

const WORD = /[\p{L}\p{N}_]+/gu

/** Terms for marking words in hits. */
function marksOf(query: ParsedQuery, { clauses }: ResolvedQuery): readonly string[] {
  const sought = clauses.filter(({ clause }) => clause.presence !== 'prohibited')
  const terms = sought.flatMap(({ words }) => words.flat().map(({ term }) => term))
  const phrases = query.phrases.filter(({ presence }) => presence === 'required')
  return [...new Set([...terms, ...phrases.flatMap(({ text }) => phraseWords(text).map(({ term }) => term))])]
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
