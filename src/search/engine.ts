/**
 * The search: from a request to hits, facets and messages for the reader. The browser and the terminal share it.
 *
 *     const search = createSearch(loader)
 *     const { hits, total } = await search.search(request)
 *     const cards = await search.cards(hits.map((hit) => hit.number))
 */

import { toPhraseWords } from './analysis/phrase-words.js'
import { lowerBound } from './arrays/binary-search.js'
import { topOf } from './arrays/top.js'
import type { CompletionRules } from './match/complete.js'
import type { FoundClause } from './match/found.js'
import { missingWords, toQueryWords, toSoughtWords } from './match/query-words.js'
import { type ResolvedQuery, resolveQuery } from './match/resolve.js'
import { findWholeQuery } from './match/whole-query.js'
import { findJump, type JumpNumbers } from './query/jump.js'
import { type ParsedQuery, parseQuery } from './query/parse-query.js'
import { recognise } from './query/recognise.js'
import { chooseArticles } from './rank/choose-articles.js'
import { findMatches, scoreAll, scoreFew } from './rank/evaluate.js'
import { putFirst, rankArticles, toRankedWords } from './rank/rank.js'
import { RankBuffers } from './rank/rank-buffers.js'
import { ArchiveIndex, lazily } from './reader/index-reader.js'
import type { Statistics } from './reader/statistics.js'
import type {
  FilterName,
  FilterValue,
  Jump,
  SearchCard,
  SearchHit,
  SearchRequest,
  SearchResult,
  ShardLoader,
} from './types.js'
import { warmUp } from './warm-up.js'

export interface Search {
  search(request: SearchRequest): Promise<SearchResult>
  /** Cards in the order of the numbers; null where the archive has no such article. */
  cards(numbers: readonly number[]): Promise<readonly (SearchCard | null)[]>
  /** All values of a filter, the most frequent first. */
  filterValues(name: FilterName): Promise<readonly FilterValue[]>
  /**
   * Returns and forgets the faults: one sentence for each file that could not be read. Hits come from the other files.
   */
  takeFaults(): readonly string[]
  /** Runs a made-up search, so that the first real one is fast. For a page on which nothing has been asked yet. */
  prepare(): Promise<void>
  /** The archive's build id; two builds with the same content have the same id. */
  buildId(): Promise<string>
}

/** An index and the working arrays of its rankings. */
class OpenedIndex extends ArchiveIndex {
  readonly rankBuffers = lazily(async () => new RankBuffers((await this.manifest()).articleCount))
}

/** Makes a search over the loader's shards. Nothing is loaded before the first call. */
export function createSearch(loader: ShardLoader): Search {
  let index = new OpenedIndex(loader)

  /** Repeats a call on a new index if files could not be read because a host has replaced the archive meanwhile. */
  async function onNewest<T>(use: (index: OpenedIndex) => Promise<T>): Promise<T> {
    const used = index
    const answer = use(used)
    const isWhole = await answer.then(
      () => !used.hasFaults,
      () => false,
    )
    if (isWhole || !(await used.isOutdated().catch(() => false))) return answer
    index = new OpenedIndex(loader)
    return use(index)
  }

  return {
    search: (request) => onNewest((newest) => search(newest, request)),
    cards: (numbers) => onNewest((newest) => findCards(newest, numbers)),
    filterValues: (name) => onNewest(async (newest) => (await newest.columns()).filters[name].values),
    takeFaults: () => index.takeFaults(),
    async prepare() {
      warmUp(...(await Promise.all([index.statistics(), index.columns(), index.rankBuffers()])))
    },
    buildId: async () => (await index.manifest()).buildId,
  }
}

async function search(index: OpenedIndex, request: SearchRequest): Promise<SearchResult> {
  const asked = await searchLiterally(index, request)
  const { suggestion, jump, recognised } = asked.result
  if (!asked.isUnknown || request.mayCorrect !== true || suggestion === null) return asked.result
  const { result, isUnknown } = await searchLiterally(index, { ...request, text: suggestion })
  return isUnknown ? asked.result : { ...result, jump, recognised, suggestion: null, corrected: suggestion }
}

interface LiteralResult {
  readonly result: SearchResult
  /** True if no article has any of the words, and the query is words only, without operator, phrase or section. */
  readonly isUnknown: boolean
}

async function searchLiterally(index: OpenedIndex, request: SearchRequest): Promise<LiteralResult> {
  const query = parseQuery(request.text)
  const rules = rulesOf(request)
  const [resolved, whole, statistics, columns, buffers] = await Promise.all([
    resolveQuery(index, query, rules),
    request.sort === 'relevance' ? findWholeQuery(index, query, request.text, rules.isTyping) : null,
    index.statistics(),
    index.columns(),
    index.rankBuffers(),
  ])
  const { clauses, conditions } = resolved
  const found = findMatches(clauses, conditions, statistics.articleCount)
  const words = toSoughtWords(clauses, resolved.alternatives)
  const { articles, ...counts } = chooseArticles(found, words, request, columns)
  const values =
    request.sort === 'date' ? columns.days : orderValues(query, { ...resolved, whole }, statistics, buffers)
  const shown = topOf(articles, request.offset + request.limit, values).subarray(request.offset)
  const scores = scoreFew(clauses, statistics, shown)
  const toHit = (ordinal: number, i: number): SearchHit => {
    const number = columns.numbers[ordinal] ?? 0
    return { number, id: `Q${number}`, score: scores[i] ?? 0, missing: missingWords(words, ordinal) }
  }
  const result = {
    ...counts,
    hits: Array.from(shown, toHit),
    jump: await toJump(index, findJump(request.text, columns.numbers)),
    recognised: recognise(request.text).parts,
    leftOut: [...query.leftOut, ...resolved.leftOut],
    excluded: query.excluded,
    suggestion: suggestionOf(request.text, resolved),
    corrected: null,
    words: toQueryWords(words),
    marks: marksOf(query, resolved),
  }
  return { result, isUnknown: query.isPlain && query.phrases.length === 0 && clauses.every(isUnknownWord) }
}

/** The rules for unfinished and unknown words. A blank after a word finishes it. */
function rulesOf({ text, isTyping, mayCorrect }: SearchRequest): CompletionRules {
  return { isTyping: isTyping === true && text.trimEnd() === text, mayCorrect: mayCorrect === true }
}

function isUnknownWord({ clause, words }: FoundClause): boolean {
  return clause.section === null && words.every((terms) => terms.length === 0)
}

/**
 * The values that order hits, by ordinal, the largest first: this project's rank for plain words, else Lunr's score.
 */
function orderValues(
  query: ParsedQuery,
  { clauses, alternatives, whole }: ResolvedQuery & { readonly whole: Uint8Array | null },
  statistics: Statistics,
  buffers: RankBuffers,
): Float64Array {
  if (query.isPlain) {
    const ranks = rankArticles(toRankedWords(clauses, alternatives), statistics, buffers)
    if (whole !== null) putFirst(whole, ranks)
    return ranks
  }
  scoreAll(clauses, statistics, buffers.ranks)
  return buffers.ranks
}

/** The query with unknown words replaced by likelier ones, or null if there are none. */
function suggestionOf(text: string, { suggestions }: ResolvedQuery): string | null {
  if (suggestions.length === 0) return null
  const words = new Map(suggestions.map(({ typed, word }) => [typed, word]))
  return text.replace(WORD, (word) => words.get(word.toLowerCase()) ?? word)
}

const WORD = /[\p{L}\p{N}_]+/gu

/** The terms to mark in hits: those of words and of phrases, without excluded ones. */
function marksOf(query: ParsedQuery, { clauses }: ResolvedQuery): readonly string[] {
  const sought = clauses.filter(({ clause }) => clause.presence !== 'prohibited')
  const terms = sought.flatMap(({ words }) => words.flat().map(({ term }) => term))
  const phrases = query.phrases.filter(({ presence }) => presence === 'required')
  return [...new Set([...terms, ...phrases.flatMap(({ text }) => toPhraseWords(text).words.map(({ term }) => term))])]
}

/** Adds the titles of its articles to a jump. */
async function toJump(index: ArchiveIndex, jump: JumpNumbers | null): Promise<Jump | null> {
  if (jump === null) return null
  const numbers = [jump.number, ...jump.near]
  const cards = await findCards(index, numbers)
  const [own, ...near] = numbers.map((number, i) => ({ id: `Q${number}`, title: cards[i]?.title ?? null }))
  return own === undefined ? null : { ...own, exists: jump.exists, near }
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
