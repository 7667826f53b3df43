/**
 * Runs the scripts that hand over shards, `kbShard("terms/t042", "<stamp>", "<payload>")`, and gives what they hand over. Knows that
 * call, one promise a file, and the ways in which a file can be missing, broken or late; not what is in which file.
 *
 * A page may have several of these, each in a bundle of its own: what a script hands over is for the one that runs it.
 */
import type { LoadedShard } from '../../search/types.js'

declare global {
  interface Window {
    kbShard?: (name: string, stamp: string, payload: string) => void
  }
}

export interface ShardScripts {
  /** The shard `name` of the script in `file`: `search/terms/t042.js?v=1x2y3z`, from the site's root. */
  load(name: string, file: string): Promise<LoadedShard>
}

export type ShardFault = 'missing' | 'damaged' | 'late'

const FAULTS: Readonly<Record<ShardFault, string>> = {
  missing: 'is missing',
  damaged: 'is damaged',
  late: 'did not arrive in time',
}

/** Why a shard can't be had; the message is for the reader. */
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

/** A slow disk or a phone's network delivers 150 KB in a second or two; a file that takes this long never comes. */
const PATIENCE_MS = 20_000

/** Takes over `window.kbShard`. `root`: path from the page to the site's root, empty or ending in `/`. */
export function createShardScripts(root: string): ShardScripts {
  const running = new Map<string, Promise<void>>()
  /** What came and was not asked for yet: a bundle brings its other shards along. */
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

/** Adds the script, waits until it has run, takes it away again. */
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
