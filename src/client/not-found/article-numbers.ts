/**
 * The numbers of all articles, from the index's columns. Reads them without the rest of the index and its languages: the home page
 * needs nothing else of it.
 */

import { inflateTable } from '../../search/codec/inflate-table.js'
import { readPayload } from '../../search/codec/shard-script.js'
import { readColumns } from '../../search/shards/columns.js'
import { MANIFEST_NAME, parseManifest } from '../../search/shards/manifest.js'
import { createShardLoader } from '../shards/shard-loader.js'

/** All article numbers, ascending. `root`: address of the site's root. */
export async function loadArticleNumbers(root: string): Promise<readonly number[]> {
  const loader = createShardLoader(root, { shards: 0, characters: 0 })
  const manifest = await loader.load(MANIFEST_NAME, null)
  const { columns } = parseManifest(manifest.payload)
  const shard = await loader.load('columns', columns)
  return Array.from(readColumns(await inflateTable(readPayload(shard.payload))).numbers)
}
