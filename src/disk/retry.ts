/**
 * Retries for files that another program has open. Windows refuses to rename or remove such a file. A virus scanner or an
 * editor usually closes it within a second.
 */

/** Error codes of a file that another program has open, or that permissions protect. Only waiting tells them apart. */
export const HELD: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY'])

/** The pause before each further attempt; five seconds in total. */
const PAUSES_MS: readonly number[] = [10, 20, 50, 100, 200, 400, 800, 1600, 1800]

/** Whether waiting helps on this system, and the way to wait. */
export interface Patience {
  readonly isPatient: boolean
  readonly pause: (milliseconds: number) => void
}

/** Only Windows waits: other systems rename open files, so there these codes mean permissions. */
const USUAL: Patience = { isPatient: process.platform === 'win32', pause }

/** Repeats `action` while another program has the file open; throws the last error. */
export function retryWhileHeld<Result>(action: () => Result, { isPatient, pause }: Patience = USUAL): Result {
  if (isPatient)
    for (const milliseconds of PAUSES_MS)
      try {
        return action()
      } catch (error) {
        if (!isHeld(error)) throw error
        pause(milliseconds)
      }
  return action()
}

/** Reports whether another program may have the file open. */
function isHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && HELD.has(error.code)
}

/** Blocks this thread. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}
