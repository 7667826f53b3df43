/** Builds in this process and in this thread, with the compiled program: for tests that need more builds than they can start programs. */

import type { buildSite as Build } from '../../src/pipeline/build-site.js'
import type { BuildSummary } from '../../src/pipeline/build-summary.js'
import type { BuildOptions } from '../../src/pipeline/run/build-options.js'
import { runKb } from './run-kb.js'

export interface BuiltHere {
  readonly summary: BuildSummary
  /** What the build had to say as it went on. */
  readonly notes: readonly string[]
}

export async function buildHere(options: BuildOptions): Promise<BuiltHere> {
  const { buildSite } = await loadBuild()
  const notes: string[] = []
  const summary = await buildSite({ jobs: 0, ...options }, (event) => {
    if (event.type === 'note') notes.push(event.text)
  })
  return { summary, notes }
}

/** The compiled module: pages' assets are there. Compiled when it is first asked for. */
let loading: Promise<{ readonly buildSite: typeof Build }> | null = null

function loadBuild(): Promise<{ readonly buildSite: typeof Build }> {
  if (loading === null) {
    runKb(['--version'])
    const compiled: string = '../../lib/src/pipeline/build-site.js'
    loading = import(compiled)
  }
  return loading
}
