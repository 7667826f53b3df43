/** The tasks of packing a site: a part of a plain ZIP, and a part of the compact edition. */
import type { TaskTable } from '../workers/task-table.js'
import type { CompactInput, CompactPart } from './compact-part.js'
import type { PackedPart, PackInput } from './zip-part.js'

export type PackTasks = {
  readonly pack: { readonly input: PackInput; readonly output: PackedPart }
  readonly 'pack-compact': { readonly input: CompactInput; readonly output: CompactPart }
}

export const PACK_TASKS: TaskTable<PackTasks> = {
  pack: { load: async () => (await import('./zip-part.js')).packFiles },
  'pack-compact': { load: async () => (await import('./compact-part.js')).packCompactPart },
}
