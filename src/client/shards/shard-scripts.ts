/**
 * Runs the scripts of shards, `kbShard("terms/12-0-003", "<stamp>", "<payload>")`, and returns the shards. It knows
 * that call, and the ways in which a file can be missing, damaged or late, but not the content of the files.
 *
 * A page may have several of these, each in a bundle of its own. The shards of a script go to the one that runs it.
 */
import type { LoadedShard } from '../../search/types.js'

declare global {
  interface Window {
    kbShard?: (name: string, stamp: string, payload: string) => void
  }
}

export interface ShardScripts {
  /** The shard `name` from the script `file`, an address from the site's root: `search/terms/12-0-003.js?v=1x2y3z`. */
  load(name: string, file: string): Promise<LoadedShard>
}

export type ShardFault = 'missing' | 'damaged' | 'late'

const FAULTS: Readonly<Record<ShardFault, string>> = {
  missing: 'is missing',
  damaged: 'is damaged',
  late: 'did not arrive in time',
}

/** The reason why a shard can't be loaded. The message is for the reader. */
export class ShardError extends Error {
  readonly file: string
  readonly fault: ShardFault

  constructor(file: string, fault: ShardFault) {
    super(`The file ${file.split('?', 1)[0]} ${FAULTS[fault]}`)
    this.name = 'ShardError'
    this.file = file
    this.fault = fault
  }
}

/** Milliseconds until a file is late. A slow disk or a phone's network delivers any shard much faster. */
const PATIENCE_MS = 20_000

/** Takes over `window.kbShard`. `root`: path from the page to the site's root, empty or ending in `/`. */
export function createShardScripts(root: string): ShardScripts {
  const running = new Map<string, Promise<void>>()
  /** Shards that came but were not asked for yet: a bundle has others besides the one that is wanted. */
  const arrived = new Map<string, LoadedShard>()

  const own = new Set<HTMLOrSVGScriptElement | null>()
  const { kbShard: takeOther } = window
  window.kbShard = (name, stamp, payload) => {
    if (own.has(document.currentScript)) arrived.set(name, { stamp, payload })
    else takeOther?.(name, stamp, payload)
  }

  function run(file: string): Promise<void> {
    const known = running.get(file)
    if (known !== undefined) return known
    const script = document.createElement('script')
    own.add(script)
    const promise = runScript(script, { file, source: root + file }).finally(() => {
      own.delete(script)
      running.delete(file)
    })
    running.set(file, promise)
    return promise
  }

  return {
    async load(name, file) {
      if (!arrived.has(name)) await run(file)
      const shard = arrived.get(name)
      arrived.delete(name)
      if (shard === undefined || typeof shard.payload !== 'string') throw new ShardError(file, 'damaged')
      return shard
    },
  }
}

/** Adds the script, waits until it has run, removes it. */
function runScript(script: HTMLScriptElement, { file, source }: { file: string; source: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(patience)
      script.remove()
      settle()
    }
    const patience = setTimeout(() => end(() => reject(new ShardError(file, 'late'))), PATIENCE_MS)
    script.src = source
    script.onload = () => end(resolve)
    script.onerror = () => end(() => reject(new ShardError(file, 'missing')))
    document.head.append(script)
  })
}
