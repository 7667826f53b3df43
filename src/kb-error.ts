/**
 * The error for a command that cannot continue. Odd content of an article is not an error, but a `Problem`.
 *
 *     throw new KbError('source-missing', 'Cannot read `dumps/`', { hint: 'Name a folder, a .zip or a .tar.' })
 */
export interface KbErrorDetails {
  /** The file or folder, as the user named it. */
  readonly where?: string
  /** Advice on what to do next, as one sentence. */
  readonly hint?: string
  readonly cause?: unknown
  /** 1: failed, 2: wrong usage. Default: 1. */
  readonly exitCode?: 1 | 2
}

export class KbError extends Error {
  /** A stable name for the kind of error: `source-missing`. */
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
