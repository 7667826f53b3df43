/**
 * Which blocks of code have run, by V8's own counters: what makes an input worth keeping. Costs some 5 ms each time it is asked.
 */
import { type Profiler, Session } from 'node:inspector'

export class Coverage {
  readonly #session = new Session()
  readonly #seen = new Set<string>()
  readonly #isWanted: (file: string) => boolean

  /** Counts in the files whose address `isWanted` takes. */
  constructor(isWanted: (file: string) => boolean) {
    this.#isWanted = isWanted
    this.#session.connect()
    this.#session.post('Profiler.enable')
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  }

  /** Blocks seen so far. */
  get size(): number {
    return this.#seen.size
  }

  /** Blocks that have run since the last call and never before; they count as seen where `keep` says so. */
  take(keep: boolean): number {
    const fresh = this.#blocks().filter((block) => !this.#seen.has(block))
    if (keep) for (const block of fresh) this.#seen.add(block)
    return fresh.length
  }

  close(): void {
    this.#session.disconnect()
  }

  /** Blocks that have run since the last call; asking sets all counters back to 0. */
  #blocks(): string[] {
    let scripts: readonly Profiler.ScriptCoverage[] = []
    this.#session.post('Profiler.takePreciseCoverage', (_, coverage) => {
      scripts = coverage.result
    })
    return scripts
      .filter(({ url }) => this.#isWanted(url))
      .flatMap(({ scriptId, functions }) =>
        functions.flatMap(({ ranges }) =>
          ranges
            .filter(({ count }) => count > 0)
            .map(({ startOffset, endOffset }) => `${scriptId}:${startOffset}:${endOffset}`),
        ),
      )
  }
}
