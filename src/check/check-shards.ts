/**
 * Checks that the search index has exactly the files that its manifest lists, each with the content of its stamp.
 */

import { parseShardScript, readPayload, stampOf } from '../search/codec/shard-script.js'
import { cardShardName } from '../search/shards/cards.js'
import { MANIFEST_NAME, type Manifest, parseManifest } from '../search/shards/manifest.js'
import { recordShardName } from '../search/shards/vocabulary.js'
import type { Finding } from './finding.js'

/** A file of the index, and the stamp that it must have. */
export interface ExpectedShard {
  readonly path: string
  readonly stamp: string
}

/** The path of a shard in the site. */
function pathOf(name: string): string {
  return `search/${name}.js`
}

/** The path of the manifest in the site. */
export const MANIFEST_PATH = pathOf(MANIFEST_NAME)

/** Parses the manifest of the index; `null` if it cannot be read. */
export function readManifest(script: Uint8Array): Manifest | null {
  const shard = parseShardScript(script)
  if (shard === null) return null
  try {
    return parseManifest(shard.payload)
  } catch {
    return null
  }
}

/** The files that the manifest lists. */
export function listShards(manifest: Manifest): readonly ExpectedShard[] {
  const list = (stamps: readonly string[], nameOf: (index: number) => string) =>
    stamps.map((stamp, index) => ({ path: pathOf(nameOf(index)), stamp }))
  return [
    ...manifest.words.flatMap(({ name, stamp, postings, places }) => [
      { path: pathOf(`words/${name}`), stamp },
      ...list(postings, (index) => recordShardName(`terms/${name}`, index)),
      ...list(places, (index) => recordShardName(`places/${name}`, index)),
    ]),
    ...list(manifest.cards, cardShardName),
    { path: pathOf('lengths'), stamp: manifest.lengths },
    { path: pathOf('extents'), stamp: manifest.extents },
    { path: pathOf('columns'), stamp: manifest.columns },
  ]
}

/** Finds listed shards that are missing, and files of the index that are not listed. */
export function compareShards(files: ReadonlySet<string>, shards: readonly ExpectedShard[]): readonly Finding[] {
  const listed = new Set([MANIFEST_PATH, ...shards.map((shard) => shard.path)])
  const missing = shards.filter((shard) => !files.has(shard.path))
  const unlisted = [...files].filter((path) => path.startsWith('search/') && path.endsWith('.js') && !listed.has(path))
  return [
    ...missing.map(({ path }) => ({ code: 'shard-missing' as const, file: MANIFEST_PATH, found: path })),
    ...unlisted.map((path) => ({ code: 'shard-unlisted' as const, file: path, found: path })),
  ]
}

/** Checks that the content of a shard has the stamp that the manifest lists. */
export function checkShard({ path, stamp }: ExpectedShard, script: Uint8Array): readonly Finding[] {
  const shard = parseShardScript(script)
  if (shard === null) return [{ code: 'shard-unreadable', file: path, found: 'no call of `kbShard`' }]
  if (shard.stamp !== stamp) return [{ code: 'shard-other-build', file: path, found: shard.stamp }]
  const found = stampOf(readPayload(shard.payload))
  return found === stamp ? [] : [{ code: 'shard-unreadable', file: path, found: `content of the stamp ${found}` }]
}
