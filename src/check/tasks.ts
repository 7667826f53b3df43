/** The tasks of checking a site. */
import type { TaskTable } from '../workers/task-table.js'
import type { CheckInput, CheckReport } from './check-task.js'
import type { ReadIndexInput, ReadIndexOutput } from './read-index.js'

export type CheckTasks = {
  readonly check: { readonly input: CheckInput; readonly output: CheckReport }
  readonly 'read-index': { readonly input: ReadIndexInput; readonly output: ReadIndexOutput }
}

export const CHECK_TASKS: TaskTable<CheckTasks> = {
  check: { load: async () => (await import('./check-task.js')).performCheck },
  'read-index': { load: async () => (await import('./read-index.js')).performReadIndex },
}
