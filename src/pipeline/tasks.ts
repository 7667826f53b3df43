/** The tasks of a build that run in worker threads. */
import type { TaskTable } from '../workers/task-table.js'
import type { RenderOnceInput } from './pages/render-once-task.js'
import type { RenderInput, RenderOutput } from './pages/render-task.js'
import type { ParseInput, ParseOutput } from './parse/parse-task.js'
import type { CompareInput, CompareOutput } from './scan/compare-task.js'
import type { ScanInput, ScanOutput } from './scan/scan-task.js'
import type { IndexInput, IndexOutput } from './search-index/index-task.js'

export type BuildTasks = {
  readonly scan: { readonly input: ScanInput; readonly output: ScanOutput }
  readonly compare: { readonly input: CompareInput; readonly output: CompareOutput }
  readonly parse: { readonly input: ParseInput; readonly output: ParseOutput }
  readonly 'render-once': { readonly input: RenderOnceInput; readonly output: RenderOutput }
  readonly render: { readonly input: RenderInput; readonly output: RenderOutput }
  readonly index: { readonly input: IndexInput; readonly output: IndexOutput }
}

export const BUILD_TASKS: TaskTable<BuildTasks> = {
  scan: { load: async () => (await import('./scan/scan-task.js')).performScan },
  compare: { load: async () => (await import('./scan/compare-task.js')).performCompare },
  parse: { load: async () => (await import('./parse/parse-task.js')).performParse },
  'render-once': {
    load: async () => (await import('./pages/render-once-task.js')).performRenderOnce,
    prepare: async () => (await import('./pages/render-once-task.js')).prepareRenderOnce(),
  },
  render: { load: async () => (await import('./pages/render-task.js')).performRender },
  index: { load: async () => (await import('./search-index/index-task.js')).performIndex },
}
