/**
 * The one exception of a run that cannot go on. Odd content is never an exception: that is a `Problem`.
 *
 *     throw new KbError('source-missing', 'Cannot read `dumps/`', { hint: 'Name a folder, a .zip or a .tar.' })
 */
export interface KbErrorDetails {
  /** The file or folder, as the user would name it. */
  readonly where?: string
  /** What to do next, as one sentence. */
  readonly hint?: string
  readonly cause?: unknown
  /** 1: cannot, 2: wrong usage. */
  readonly exitCode?: 1 | 2
}

export class KbError extends Error {
  readonly code: string
  readonly where: string | null
  readonly hint: string | null
  readonly exitCode: 1 | 2

  constructor(code: string, message: string, details: KbErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'KbError'
    this.code = code
    this.where = details.where ?? null
    this.hint = details.hint ?? null
    this.exitCode = details.exitCode ?? 1
  }
}
