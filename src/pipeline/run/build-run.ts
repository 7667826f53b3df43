/** The state that all steps of one build share. */
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
  /** The state that the previous build has left. */
  readonly state: BuildState
  /** The outputs of the previous build; finds only those that are unchanged on disk. */
  readonly previous: OutputState
  readonly pool: Pool<BuildTasks>
  readonly clock: StepClock
  readonly report: Report
}
