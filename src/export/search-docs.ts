/**
 * `kb export --format search-docs`: the indexed texts of each article, for other search engines and for checks.
 *
 *     {"id":"Q214864","title":"...","keywords":"Q214864 kb...","product":"...","body":"..."}
 */
import { toSearchDocument } from '../search/analysis/documents.js'
import { readArticles } from '../site/read-articles.js'

/** Yields a line of JSON for each article, ascending by number: its id and the text of each field. */
export async function* readSearchDocuments(data: string): AsyncGenerator<string> {
  for await (const article of readArticles(data)) {
    yield JSON.stringify({ id: article.id, ...toSearchDocument(article).fields })
  }
}
