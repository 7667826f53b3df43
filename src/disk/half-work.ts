/**
 * Writing of a temporary file or folder: only one process at a time, and cleaned up after an error or a signal.
 */
import { takeLock } from './lock.js'

/** A temporary file or folder, and how to remove it. */
export interface HalfWork {
  /** The temporary path. */
  readonly half: string
  readonly cleanUp: () => void
}

/** Registers a function that a signal runs before the clean-up: it stops a program that writes the temporary file. */
export type StopFirst = (stop: () => Promise<unknown>) => void

/**
 * Does the work and cleans up. SIGINT, SIGTERM and SIGHUP also clean up, then end the program.
 *
 * Rejects with a `KbError` if another process is writing to the same path.
 */
export async function writeAlone<Result>(
  { half, cleanUp }: HalfWork,
  work: (stopFirst: StopFirst) => Promise<Result>,
): Promise<Result> {
  // The name must not be `.lock`: SQLite uses that for its own lock.
  const unlock = takeLock(`${half}-lock`)
  const leave = () => {
    cleanUp()
    unlock()
  }
  const signals = watchSignals(leave)
  try {
    return await work(signals.stopFirst)
  } catch (cause) {
    await signals.ending()
    throw cause
  } finally {
    signals.forget()
    leave()
  }
}

function watchSignals(leave: () => void) {
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const stops: (() => Promise<unknown>)[] = []
  let ending: Promise<void> | null = null
  const forget = () => {
    for (const name of names) process.off(name, end)
  }
  const end = (signal: NodeJS.Signals) => {
    ending ??= Promise.allSettled(stops.map((stop) => stop())).then(() => {
      leave()
      forget()
      process.kill(process.pid, signal)
    })
  }
  for (const name of names) process.on(name, end)
  return {
    stopFirst: (stop: () => Promise<unknown>) => void stops.push(stop),
    /** Waits for the clean-up that a signal has begun, if any. It ends the program, so the error is never reported. */
    ending: () => ending,
    forget,
  }
}
