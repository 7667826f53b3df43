/** The one task of checking a site. */
import type { TaskTable } from '../workers/task-table.js'
import type { CheckInput, CheckReport } from './check-task.js'

export type CheckTasks = { readonly check: { readonly input: CheckInput; readonly output: CheckReport } }

export const CHECK_TASKS: TaskTable<CheckTasks> = {
  check: { load: async () => (await import('./check-task.js')).performCheck },
}
