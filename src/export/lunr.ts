/**
 * `kb export --format lunr`: a small archive as one plain Lunr index, for whoever uses Lunr as it is, and for comparing.
 *
 * Lunr's own index of 57,000 articles is 172 MB of JSON, takes 3 GB to build and 1.5 GB to load, so there is a limit.
 */
import lunr from 'lunr'
import { KbError } from '../kb-error.js'
import { kbAnalysis } from '../search/analysis/analysis.js'
import { readSearchDocuments } from './search-docs.js'

/** An index of 5,000 articles is 13 MB and loads in a second or two. */
const MOST_ARTICLES = 5_000

/** One line: the index as `lunr.Index.load` takes it, after `kbAnalysis` has been imported. */
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
