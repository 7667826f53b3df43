/** What crosses between the main thread and a worker: a task, and its output or failure. */
import { KbError } from '../kb-error.js'

/** `prepare`: load the task's code only; it has no input. */
export interface Question {
  readonly type: 'perform' | 'prepare'
  readonly name: string
  readonly input: unknown
}

export type Answer = { readonly type: 'done'; readonly output: unknown } | Failure

/** An error as plain values: threads copy classes without their own fields. */
export interface Failure {
  readonly type: 'failed'
  /** Of a `KbError`; null: a defect. */
  readonly code: string | null
  readonly message: string
  readonly where: string | null
  readonly hint: string | null
  readonly stack: string
}

/** Takes an error apart for the main thread. */
export function toFailure(error: unknown): Failure {
  if (error instanceof KbError) {
    const { code, message, where, hint, stack = '' } = error
    return { type: 'failed', code, message, where, hint, stack }
  }
  const message = error instanceof Error ? error.message : String(error)
  const stack = error instanceof Error ? (error.stack ?? message) : message
  return { type: 'failed', code: null, message, where: null, hint: null, stack }
}

/** V8's message for a string of more than half a billion characters. */
const TOO_LONG = 'Invalid string length'

/** Puts an error together again; `where`: the task and article at hand, for an error that does not say it. */
export function fromFailure(failure: Failure, where: string): KbError {
  const cause = new Error(failure.stack)
  if (failure.message === TOO_LONG)
    return new KbError('too-large', 'Cannot make one text of all this: it would be too long', {
      where,
      hint: 'Leave out the largest articles: `--max-article-mb`, `--max-bucket-mb`.',
      cause,
    })
  if (failure.code === null)
    return new KbError('defect', `Cannot go on: ${failure.message}`, {
      where,
      hint: 'This is a defect: please report it with the article.',
      cause,
    })
  const hint = failure.hint === null ? {} : { hint: failure.hint }
  return new KbError(failure.code, failure.message, { where: failure.where ?? where, ...hint, cause })
}
