/** What every step of one build is given. */
import type { Source } from '../dump/sources.js'
import type { BuildOptions, Report } from './build-options.js'
import type { BuildState } from './build-state.js'
import type { StepClock } from './build-summary.js'
import type { CodeKeys } from './code-keys.js'
import type { OutputState } from './output-state.js'
import type { Pool } from './pool.js'
import type { Workspace } from './workspace.js'

export interface BuildRun {
  readonly options: BuildOptions
  readonly sources: readonly Source[]
  readonly space: Workspace
  readonly codeKeys: CodeKeys
  /** What the last build left. */
  readonly state: BuildState
  /** Of that, the files that nobody has touched since. */
  readonly previous: OutputState
  readonly pool: Pool
  readonly clock: StepClock
  readonly report: Report
}
