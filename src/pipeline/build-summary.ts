/** What a build tells when it is done: counts, times by step, memory. Knows nothing of how it is printed. */

import type { Published } from './publish/publish.js'
import type { Plan } from './run/plan.js'
import type { StepTime } from './run/step-clock.js'
import type { Scan } from './scan/scan-sources.js'
import type { BuildCounts } from './store/build-state.js'

export interface BuildSummary {
  readonly plan: Plan
  readonly scan: Scan
  readonly counts: BuildCounts
  readonly published: Published
  readonly steps: readonly StepTime[]
  /** Of the process with all its threads. */
  readonly peakMemoryBytes: number
}

/** What the process has used at most. */
export function readPeakMemory(): number {
  return process.resourceUsage().maxRSS * BYTES_A_KB
}

const BYTES_A_KB = 1024
