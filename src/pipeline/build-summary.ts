/** The summary of a build: counts, times by step, memory. Knows nothing of how it is printed. */

import type { SkippedCount } from '../dump/skipped.js'
import type { Published } from './publish/publish.js'
import { type DumpRow, tabulateDumps } from './run/dump-table.js'
import type { Plan } from './run/plan.js'
import type { StepTime } from './run/step-clock.js'
import type { Scan } from './scan/scan-sources.js'
import type { BuildCounts } from './store/build-state.js'

/** The counts of a finished build. */
export interface BuildSummary {
  readonly articles: number
  /** Article numbers for which the dumps hold several texts; the newest is the article. */
  readonly revised: readonly number[]
  /** Article numbers for which the dumps hold both a plain text and a Markdown page, and the text is the article. */
  readonly inBothForms: readonly number[]
  /** Files with the same bytes as another file. */
  readonly copies: number
  /** Files with the words of another file of the same number, in another layout or form. */
  readonly nearCopies: number
  /** What each dump has; empty if there is only one. */
  readonly dumps: readonly DumpRow[]
  /** Files that gave no article, by reason. */
  readonly skipped: readonly SkippedCount[]
  /** `problems` of all articles; `pages` of the site; `files` of the site and its data. */
  readonly counts: BuildCounts
  /** Numbers of files of the site and its data that were written, left unchanged, and removed. */
  readonly published: Published
  /** Wall and CPU time of each step, in seconds. */
  readonly steps: readonly StepTime[]
  /** Peak memory of the process with all its threads, in bytes. */
  readonly peakMemoryBytes: number
}

/** The results of the steps, from which a summary is made. */
export interface BuildResults extends Pick<BuildSummary, 'counts' | 'published' | 'steps'> {
  readonly plan: Plan
  readonly scan: Scan
}

/** Makes the summary of a build. */
export function toBuildSummary({ plan, scan, counts, published, steps }: BuildResults): BuildSummary {
  const { articleCount: articles, revised, inBothForms, copies, nearCopies } = plan
  const { skipped } = scan
  const dumps = tabulateDumps(scan.records, scan.unread)
  const peakMemoryBytes = readPeakMemory()
  const texts = { articles, revised, inBothForms, copies, nearCopies }
  return { ...texts, dumps, skipped, counts, published, steps, peakMemoryBytes }
}

/** Peak memory of the process, in bytes; Node reports kilobytes. */
function readPeakMemory(): number {
  return process.resourceUsage().maxRSS * BYTES_A_KB
}

const BYTES_A_KB = 1024
