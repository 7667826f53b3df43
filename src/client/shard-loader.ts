/**
 * Loads shards of the index by script tags: the one way to get data that works from `file://` in every browser.
 *
 * A shard is a classic script that calls `kbShard("terms/t042", "<build id>", "<payload>")`. The loader knows that call,
 * one promise a file, and the ways in which a file can be missing, broken, late or of another build. It does not know what
 * a payload means. Nothing is asked for twice at a time; what failed is asked for again when it is next needed.
 */
import type { ShardLoader } from '../search/types.js'

declare global {
  interface Window {
    kbShard: (name: string, buildId: string, payload: string) => void
  }
}

export type ShardFault = 'missing' | 'damaged' | 'late' | 'other-build'

/** Why a shard can't be had; the message is for the reader. */
export class ShardError extends Error {
  readonly shard: string
  readonly fault: ShardFault

  constructor(shard: string, fault: ShardFault) {
    super(`search/${shard}.js ${FAULTS[fault]}`)
    this.name = 'ShardError'
    this.shard = shard
    this.fault = fault
  }
}

const FAULTS: Readonly<Record<ShardFault, string>> = {
  missing: 'is missing.',
  damaged: 'is damaged.',
  late: 'did not arrive in time.',
  'other-build': 'belongs to another edition of the archive.',
}

/** A slow disk or a phone's network delivers 150 KB in a second or two; a file that takes this long never comes. */
const PATIENCE_MS = 20_000

const MANIFEST = 'manifest'

interface Arrival {
  readonly buildId: string
  readonly payload: string
}

/** What was loaded so far, for measuring. */
export interface LoadTally {
  shards: number
  bytes: number
}

/**
 * Makes the page's loader. `root`: relative path from the page to the site's root, ending in `/`.
 * The manifest comes first and says which build all other shards must be of.
 */
export function createShardLoader(root: string, tally: LoadTally = { shards: 0, bytes: 0 }): ShardLoader {
  const pending = new Map<string, Promise<string>>()
  const arrived = new Map<string, Arrival>()
  let edition: Promise<string> | null = null

  window.kbShard = (name, buildId, payload) => {
    arrived.set(name, { buildId, payload })
  }

  /** The build id of the manifest. */
  function knowEdition(): Promise<string> {
    edition ??= fetchShard(MANIFEST, null).then((arrival) => arrival.buildId)
    edition.catch(() => {
      edition = null
    })
    return edition
  }

  async function fetchShard(name: string, build: string | null): Promise<Arrival> {
    const version = build === null ? '' : `?v=${encodeURIComponent(build)}`
    await runScript(name, `${root}search/${name}.js${version}`)
    const arrival = arrived.get(name)
    if (arrival === undefined || typeof arrival.payload !== 'string') throw new ShardError(name, 'damaged')
    if (name !== MANIFEST) arrived.delete(name)
    tally.shards += 1
    tally.bytes += arrival.payload.length
    return arrival
  }

  async function loadOnce(name: string): Promise<string> {
    const build = await knowEdition()
    if (name === MANIFEST) return arrived.get(MANIFEST)?.payload ?? ''
    const arrival = await fetchShard(name, build)
    if (arrival.buildId !== build) throw new ShardError(name, 'other-build')
    return arrival.payload
  }

  return {
    load(name) {
      const known = pending.get(name)
      if (known !== undefined) return known
      const loading = loadOnce(name).finally(() => pending.delete(name))
      pending.set(name, loading)
      return loading
    },
  }
}

/** Adds the script, waits until it has run, takes it away again. */
function runScript(name: string, source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    const patience = setTimeout(() => end(() => reject(new ShardError(name, 'late'))), PATIENCE_MS)
    const end = (settle: () => void) => {
      clearTimeout(patience)
      script.remove()
      settle()
    }
    script.src = source
    script.onload = () => end(resolve)
    script.onerror = () => end(() => reject(new ShardError(name, 'missing')))
    document.head.append(script)
  })
}
