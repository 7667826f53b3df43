/** Reads the shards of a built site from disk, for `kb search`: the same files that a browser loads as scripts. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { KbError } from '../kb-error.js'
import { parseShardScript } from '../search/codec/shard-script.js'
import type { ShardLoader } from '../search/types.js'

/**
 * A loader for the shards of the site in folder `site`. `load` rejects with a `KbError` if a shard is missing or
 * damaged.
 */
export function createDiskShardLoader(site: string): ShardLoader {
  return {
    async load(name) {
      const where = join(site, 'search', `${name}.js`)
      const shard = parseShardScript(await readShard(where))
      if (shard !== null) return shard
      throw new KbError('shard-damaged', 'Expected a script that calls `kbShard`, found something else', {
        where,
        hint: 'Build the archive again with `kb build`.',
      })
    },
  }
}

async function readShard(where: string): Promise<Uint8Array> {
  try {
    return await readFile(where)
  } catch (cause) {
    throw new KbError('shard-missing', 'Cannot read this part of the search index', {
      where,
      hint: 'Build the archive first (`kb build`), or name its site with --site.',
      cause,
    })
  }
}
