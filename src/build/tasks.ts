/**
 * What worker threads can be asked to do: one task a step of the build, and those of `pack` and `check`. The modules are loaded when first asked for.
 */
import type { CheckInput, CheckReport } from './check-task.js'
import type { IndexInput, IndexOutput } from './index-task.js'
import type { CompactInput, CompactPart } from './pack-compact-task.js'
import type { PackedPart, PackInput } from './pack-files.js'
import type { ParseInput, ParseOutput } from './parse-task.js'
import type { RenderOnceInput } from './render-once-task.js'
import type { RenderInput, RenderOutput } from './render-task.js'
import type { ScanInput, ScanOutput } from './scan-task.js'

/** Each task's input and output; both cross threads, so they are plain values, typed arrays and shared buffers. */
export interface TaskTypes {
  readonly scan: { readonly input: ScanInput; readonly output: ScanOutput }
  readonly parse: { readonly input: ParseInput; readonly output: ParseOutput }
  readonly 'render-once': { readonly input: RenderOnceInput; readonly output: RenderOutput }
  readonly render: { readonly input: RenderInput; readonly output: RenderOutput }
  readonly index: { readonly input: IndexInput; readonly output: IndexOutput }
  readonly pack: { readonly input: PackInput; readonly output: PackedPart }
  readonly 'pack-compact': { readonly input: CompactInput; readonly output: CompactPart }
  readonly check: { readonly input: CheckInput; readonly output: CheckReport }
}
export type TaskName = keyof TaskTypes

/** Where a worker is, for progress and for the message of a crash. Shared by both threads. */
export interface Position {
  /** Articles or pages done so far, by this worker, in all its tasks. */
  advance(count: number): void
  /** The article at hand; 0: none. */
  at(number: number): void
}

type Perform<N extends TaskName> = (
  input: TaskTypes[N]['input'],
  position: Position,
) => TaskTypes[N]['output'] | Promise<TaskTypes[N]['output']>

const PERFORM: { readonly [N in TaskName]: () => Promise<Perform<N>> } = {
  scan: async () => (await import('./scan-task.js')).performScan,
  parse: async () => (await import('./parse-task.js')).performParse,
  'render-once': async () => (await import('./render-once-task.js')).performRenderOnce,
  render: async () => (await import('./render-task.js')).performRender,
  index: async () => (await import('./index-task.js')).performIndex,
  pack: async () => (await import('./pack-files.js')).packFiles,
  'pack-compact': async () => (await import('./pack-compact-task.js')).packCompactPart,
  check: async () => (await import('./check-task.js')).performCheck,
}

/** Does a task in this thread. */
export async function performTask<N extends TaskName>(
  name: N,
  input: TaskTypes[N]['input'],
  position: Position,
): Promise<TaskTypes[N]['output']> {
  const perform = await PERFORM[name]()
  return perform(input, position)
}

/** What else can be done before the first task of a name, where that is much. */
const PREPARE: { readonly [N in TaskName]?: () => Promise<() => Promise<void>> } = {
  'render-once': async () => (await import('./render-once-task.js')).prepareRenderOnce,
}

/** Loads what tasks of this name need. */
export async function prepareTask(name: TaskName): Promise<void> {
  await PERFORM[name]()
  const prepare = await PREPARE[name]?.()
  await prepare?.()
}
