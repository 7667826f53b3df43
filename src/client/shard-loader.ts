/**
 * Loads shards of the index by script tags: the one way to get data that works from `file://` in every browser.
 *
 * A shard is a classic script that calls `kbShard("terms/t042", "<stamp>", "<payload>")`. The loader knows that call, one
 * promise a file, and the ways in which a file can be missing, broken or late; the engine knows what a payload means and
 * whether its stamp is the right one. What failed is asked for again when it is next needed.
 */
import type { LoadedShard, ShardLoader } from '../search/types.js'

declare global {
  interface Window {
    kbShard: (name: string, stamp: string, payload: string) => void
  }
}

export type ShardFault = 'missing' | 'damaged' | 'late'

const FAULTS: Readonly<Record<ShardFault, string>> = {
  missing: 'is missing',
  damaged: 'is damaged',
  late: 'did not arrive in time',
}

/** Why a shard can't be had; the message is for the reader. */
export class ShardError extends Error {
  readonly shard: string
  readonly fault: ShardFault

  constructor(shard: string, fault: ShardFault) {
    super(`The file search/${shard}.js ${FAULTS[fault]}`)
    this.name = 'ShardError'
    this.shard = shard
    this.fault = fault
  }
}

/** A slow disk or a phone's network delivers 150 KB in a second or two; a file that takes this long never comes. */
const PATIENCE_MS = 20_000

/** What was loaded so far, for measuring. */
export interface LoadTally {
  shards: number
  characters: number
}

/** Makes the page's loader. `root`: relative path from the page to the site's root, empty or ending in `/`. */
export function createShardLoader(root: string, tally: LoadTally): ShardLoader {
  const loading = new Map<string, Promise<LoadedShard>>()
  const arrived = new Map<string, LoadedShard>()

  window.kbShard = (name, stamp, payload) => {
    arrived.set(name, { stamp, payload })
  }

  async function loadScript(name: string, stamp: string | null): Promise<LoadedShard> {
    const version = stamp === null ? '' : `?v=${encodeURIComponent(stamp)}`
    await runScript(name, `${root}search/${name}.js${version}`)
    const shard = arrived.get(name)
    arrived.delete(name)
    if (shard === undefined || typeof shard.payload !== 'string') throw new ShardError(name, 'damaged')
    tally.shards += 1
    tally.characters += shard.payload.length
    return shard
  }

  return {
    load(name, stamp) {
      const known = loading.get(name)
      if (known !== undefined) return known
      const promise = loadScript(name, stamp).finally(() => loading.delete(name))
      loading.set(name, promise)
      return promise
    },
  }
}

/** Adds the script, waits until it has run, takes it away again. */
function runScript(name: string, source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    const end = (settle: () => void) => {
      clearTimeout(patience)
      script.remove()
      settle()
    }
    const patience = setTimeout(() => end(() => reject(new ShardError(name, 'late'))), PATIENCE_MS)
    script.src = source
    script.onload = () => end(resolve)
    script.onerror = () => end(() => reject(new ShardError(name, 'missing')))
    document.head.append(script)
  })
}
