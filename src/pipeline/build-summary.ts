/** The summary of a build: counts, times by step, memory. Knows nothing of how it is printed. */

import type { SkippedCount } from '../dump/skipped.js'
import type { Published } from './publish/publish.js'
import type { Plan } from './run/plan.js'
import type { StepTime } from './run/step-clock.js'
import type { Scan } from './scan/scan-sources.js'
import type { BuildCounts } from './store/build-state.js'

/** The counts of a finished build. */
export interface BuildSummary {
  readonly articles: number
  /** Article numbers of which the dumps hold several texts; the newest is the article. */
  readonly revised: readonly number[]
  /** Article numbers whose raw text was taken, though the dumps hold their Markdown page as well. */
  readonly inBothForms: readonly number[]
  /** Files that hold the bytes of another file. */
  readonly copies: number
  /** Files that gave no article, by reason. */
  readonly skipped: readonly SkippedCount[]
  /** `problems` of all articles; `pages` of the site; `files` of the site and its data. */
  readonly counts: BuildCounts
  /** The files of the site and its data that were written, left as they were, and removed. */
  readonly published: Published
  /** Wall and CPU time of each step, in seconds. */
  readonly steps: readonly StepTime[]
  /** Memory of the process with all its threads. */
  readonly peakMemoryBytes: number
}

/** The steps' results that a summary is made from. */
export interface BuildResults extends Pick<BuildSummary, 'counts' | 'published' | 'steps'> {
  readonly plan: Plan
  readonly scan: Scan
}

/** Sums up a build. */
export function toBuildSummary({ plan, scan, counts, published, steps }: BuildResults): BuildSummary {
  const { articleCount: articles, revised, inBothForms, copies } = plan
  const { skipped } = scan
  const peakMemoryBytes = readPeakMemory()
  return { articles, revised, inBothForms, copies, skipped, counts, published, steps, peakMemoryBytes }
}

/** The most memory that the process has used, in bytes. */
function readPeakMemory(): number {
  return process.resourceUsage().maxRSS * BYTES_A_KB
}

const BYTES_A_KB = 1024
