/**
 * `kb export --format lunr`: a small archive as a plain index of Lunr, for programs that use Lunr, and for comparisons.
 *
 * The number of articles is limited: the index of a large archive would need gigabytes of memory to make and to load.
 */
import lunr from 'lunr'
import { KbError } from '../kb-error.js'
import { kbAnalysis } from '../search/analysis/analysis.js'
import { readSearchDocuments } from './search-docs.js'

/** Most articles in an index, so that a browser can load it in a few seconds. */
const MOST_ARTICLES = 5_000

/**
 * Yields one line: the index in JSON, for `lunr.Index.load`. The program that loads it must import `kbAnalysis` first.
 *
 * Throws a `KbError` if there are too many articles.
 */
export async function* readLunrIndex(data: string): AsyncGenerator<string> {
  const builder = new lunr.Builder()
  builder.use(kbAnalysis)
  let count = 0
  for await (const line of readSearchDocuments(data)) {
    count += 1
    if (count > MOST_ARTICLES) throw tooLarge(data)
    builder.add(JSON.parse(line))
  }
  yield JSON.stringify(builder.build())
}

function tooLarge(data: string): KbError {
  return new KbError('lunr-too-large', `Expected at most ${MOST_ARTICLES} articles for one Lunr index, found more`, {
    where: data,
    hint: 'No browser could load it. Use --format search-docs, or the index of the site, which is cut into shards.',
  })
}
