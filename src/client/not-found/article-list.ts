/**
 * Lists the articles of the archive by number, with titles, from the index's columns and cards. It does not load the
 * search engine, since the home page needs nothing else of the index.
 */

import { lowerBound } from '../../search/arrays/binary-search.js'
import { inflateTable } from '../../search/codec/inflate-table.js'
import { readPayload } from '../../search/codec/shard-script.js'
import { CARDS_PER_SHARD, cardShardName, readCards } from '../../search/shards/cards.js'
import { readColumns } from '../../search/shards/columns.js'
import { COLUMNS_NAME, MANIFEST_NAME, parseManifest } from '../../search/shards/manifest.js'
import { createShardLoader } from '../shards/shard-loader.js'

export interface ArticleList {
  /** Ascending. */
  readonly numbers: readonly number[]
  /** The title of an article of the list; null if it can't be read. */
  titleOf(number: number): Promise<string | null>
}

/** `root`: address of the site's root. */
export async function loadArticleList(root: string): Promise<ArticleList> {
  const loader = createShardLoader(root, { shards: 0, characters: 0 })
  const manifest = parseManifest((await loader.load(MANIFEST_NAME, null)).payload)
  const shard = await loader.load(COLUMNS_NAME, manifest.columns)
  const { numbers, dictionary } = readColumns(await inflateTable(readPayload(shard.payload)))

  async function readTitle(number: number): Promise<string | null> {
    const ordinal = lowerBound(numbers, number)
    const at = Math.floor(ordinal / CARDS_PER_SHARD)
    const { payload } = await loader.load(cardShardName(at), manifest.cards[at] ?? '')
    return readCards(readPayload(payload), dictionary).at(ordinal % CARDS_PER_SHARD)?.title ?? null
  }

  return { numbers: Array.from(numbers), titleOf: (number) => readTitle(number).catch(() => null) }
}
