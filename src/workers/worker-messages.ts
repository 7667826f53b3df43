/** The messages between the main thread and a worker: a task, then its output or its error. */
import { KbError } from '../kb-error.js'

/** A message to a worker. `prepare`: only load the code of the task; the input is null. */
export interface Question {
  readonly type: 'perform' | 'prepare'
  readonly name: string
  readonly input: unknown
}

/** A message from a worker. */
export type Answer = { readonly type: 'done'; readonly output: unknown } | Failure

/** An error as plain values: copying between threads drops the fields of classes such as `KbError`. */
export interface Failure {
  readonly type: 'failed'
  /** The code of a `KbError`; null: another error, which is a defect. */
  readonly code: string | null
  readonly message: string
  readonly where: string | null
  readonly hint: string | null
  readonly stack: string
}

/** Converts an error to plain values. */
export function toFailure(error: unknown): Failure {
  if (error instanceof KbError) {
    const { code, message, where, hint, stack = '' } = error
    return { type: 'failed', code, message, where, hint, stack }
  }
  const message = error instanceof Error ? error.message : String(error)
  const stack = error instanceof Error ? (error.stack ?? message) : message
  return { type: 'failed', code: null, message, where: null, hint: null, stack }
}

/** V8's message if a string is longer than about half a billion characters. */
const TOO_LONG = 'Invalid string length'

/**
 * Converts plain values back to an error. `where`: the task and current article, for errors that do not name a place.
 */
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
