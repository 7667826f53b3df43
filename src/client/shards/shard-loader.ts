/**
 * Loads shards of the index by script tags, the only way to get data that works from `file://` in every browser.
 *
 * A shard is a classic script that calls `kbShard("terms/12-0-003", "<stamp>", "<payload>")`; in the compact edition, a
 * script has a bundle of them. The engine knows the meaning of a payload and checks its stamp. A shard that failed is
 * requested again when it is next needed.
 */
import { findPack, PACK_FOLDER, packName } from '../../render/page-pack.js'
import type { LoadedShard, ShardLoader } from '../../search/types.js'
import { isCompact } from '../edition.js'
import { loadPackTable } from './pack-table.js'
import { createShardScripts, type ShardScripts } from './shard-scripts.js'

/** The amount loaded so far, for measurements. */
export interface LoadTally {
  shards: number
  characters: number
}

/** The page's loader. */
export interface PageShardLoader extends ShardLoader {
  /** Loads a shard that will be asked for soon, for the next `load`. Null if it was asked for already. */
  loadAhead(name: string, stamp: string | null): Promise<LoadedShard | null>
  /** The time of the last `load`, in milliseconds since the page was opened. */
  lastAsked(): number
}

/** Makes the page's loader. `root`: path from the page to the site's root, empty or ending in `/`. */
export function createShardLoader(root: string, tally: LoadTally): PageShardLoader {
  const scripts = createShardScripts(root)
  const locate = isCompact() ? createBundleFinder(scripts) : toOwnFile
  const ahead = new Map<string, Promise<LoadedShard>>()
  const taken = new Set<string>()
  let lastAsked = 0

  async function loadNow(name: string, stamp: string | null): Promise<LoadedShard> {
    const shard = await scripts.load(name, await locate(name, stamp))
    tally.shards += 1
    tally.characters += shard.payload.length
    return shard
  }

  return {
    load(name, stamp) {
      lastAsked = performance.now()
      const key = keyOf(name, stamp)
      const early = ahead.get(key)
      ahead.delete(key)
      taken.add(key)
      return early ?? loadNow(name, stamp)
    },
    async loadAhead(name, stamp) {
      const key = keyOf(name, stamp)
      if (taken.has(key)) return null
      const promise = loadNow(name, stamp)
      ahead.set(key, promise)
      promise.catch(() => ahead.delete(key))
      return promise
    },
    lastAsked: () => lastAsked,
  }
}

/**
 * The key of a shard. Names alone are not enough: if the archive is published again under an open page, stamps differ.
 */
function keyOf(name: string, stamp: string | null): string {
  return `${name} ${stamp}`
}

/** The address of the script that has a shard, from the site's root. */
type Locate = (name: string, stamp: string | null) => string | Promise<string>

const toOwnFile: Locate = (name, stamp) => `search/${name}.js${stamp === null ? '' : `?v=${encodeURIComponent(stamp)}`}`

/** Finds bundles. Names with a folder are bundled; the manifest and the tables are needed whole, and stay files. */
function createBundleFinder(scripts: ShardScripts): Locate {
  const loading = loadPackTable(scripts)
  return async (name, stamp) => {
    if (!name.includes('/')) return toOwnFile(name, stamp)
    const { shards } = await loading()
    const at = findPack(shards, name)
    const bundle = shards[at]
    return bundle === undefined ? toOwnFile(name, stamp) : `${PACK_FOLDER}/${packName('shards', at)}.js?v=${bundle[1]}`
  }
}
