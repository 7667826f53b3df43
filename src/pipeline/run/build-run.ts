/** What every step of one build is given. */
import type { Source } from '../../dump/sources.js'
import type { Pool } from '../../workers/pool.js'
import type { BuildState } from '../store/build-state.js'
import type { CodeKeys } from '../store/code-keys.js'
import type { OutputState } from '../store/output-state.js'
import type { Workspace } from '../store/workspace.js'
import type { BuildTasks } from '../tasks.js'
import type { BuildSettings, Report } from './build-options.js'
import type { StepClock } from './step-clock.js'

export interface BuildRun {
  readonly options: BuildSettings
  readonly sources: readonly Source[]
  readonly space: Workspace
  readonly codeKeys: CodeKeys
  /** What the last build left. */
  readonly state: BuildState
  /** Of that, the files that nobody has touched since. */
  readonly previous: OutputState
  readonly pool: Pool<BuildTasks>
  readonly clock: StepClock
  readonly report: Report
}
