/**
 * `kb export --format search-docs`: what is indexed of each article, so that anyone can check the search or index it anew.
 *
 *     {"id":"Q214864","title":"...","keywords":"Q214864 kb...","product":"...","body":"..."}
 */
import { toSearchDocument } from '../search/analysis/documents.js'
import { readArticles } from '../site/read-articles.js'

/** A line of JSON for each article, in id order: its id and the text of each field. */
export async function* readSearchDocuments(data: string): AsyncGenerator<string> {
  for await (const article of readArticles(data)) {
    yield JSON.stringify({ id: article.id, ...toSearchDocument(article).fields })
  }
}
