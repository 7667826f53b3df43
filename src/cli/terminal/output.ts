/**
 * Writes to standard output, no faster than it is read, and handles errors of the stream.
 *
 * If the reader stops early (`kb check | head`), printing ends but the command does not: its exit code stays correct.
 */
import { once } from 'node:events'
import { KbError } from '../../kb-error.js'

/** Writes lines, each with a line feed. Stops early if the reader has closed the stream. */
export async function writeLines(
  lines: Iterable<string> | AsyncIterable<string>,
  stream: NodeJS.WritableStream,
): Promise<void> {
  for await (const line of lines) {
    if (isBroken(stream)) return
    if (!stream.write(`${line}\n`)) await untilDrained(stream)
  }
}

function isBroken(stream: NodeJS.WritableStream): boolean {
  return (
    ('destroyed' in stream && stream.destroyed === true) || ('errored' in stream && stream.errored instanceof Error)
  )
}

/** Waits until the stream accepts more data, or is closed by the reader. */
async function untilDrained(stream: NodeJS.WritableStream): Promise<void> {
  await once(stream, 'drain').catch((error: unknown) => {
    if (!isBrokenPipe(error)) throw error
  })
}

const BROKEN_PIPE = new Set(['EPIPE', 'ERR_STREAM_DESTROYED'])

/** Reports whether an error only means that the reader has closed the stream. */
export function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && BROKEN_PIPE.has(String(error.code))
}

/** The error of an output that accepts no more data: a full disk, a closed terminal. */
export function toOutputError(cause: NodeJS.ErrnoException): KbError {
  const reason = cause.code === 'ENOSPC' ? 'there is no space left' : (cause.code ?? cause.message)
  return new KbError('cannot-print', `Cannot write to standard output: ${reason}`, {
    hint: 'Free some space, or send the output elsewhere.',
    cause,
  })
}
