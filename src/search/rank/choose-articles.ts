/**
 * Chooses the articles that are listed and counted: those that pass the filters. By date, only those with the most
 * words of the query are listed. Filter values are counted among those with all words, if there are any.
 */
import { countWords, keepFullest } from '../match/coverage.js'
import type { SoughtWord } from '../match/query-words.js'
import type { Columns } from '../shards/columns.js'
import type { SearchRequest, SearchResult } from '../types.js'
import { applyFilters } from './facets.js'

export interface ChosenArticles extends Pick<SearchResult, 'total' | 'withAll' | 'withSome' | 'facets'> {
  /** The listed articles, ascending. */
  readonly articles: Uint32Array
}

/** Chooses among `found`, the articles that the query matches. */
export function chooseArticles(
  found: Uint32Array,
  words: readonly SoughtWord[],
  { filters, sort }: SearchRequest,
  columns: Columns,
): ChosenArticles {
  const counts = countWords(words, columns.numbers.length)
  const whole = found.filter((article) => counts[article] === words.length)
  const some = applyFilters(found, filters, columns)
  const all = whole.length === found.length ? some : applyFilters(whole, filters, columns)
  const articles = sort === 'date' ? keepFullest(some.articles, counts) : some.articles
  return {
    articles,
    total: articles.length,
    withAll: all.articles.length,
    withSome: some.articles.length,
    facets: (all.articles.length > 0 ? all : some).facets,
  }
}
