/**
 * Work on a half file or folder that must not stay: one run at a time, and cleaned up after failure and interruption. Knows signals and
 * locks; not what is written.
 */
import { takeLock } from './lock.js'

/** What is made under another name than its final one, and how it is taken away. */
export interface HalfWork {
  /** Its path. */
  readonly half: string
  readonly cleanUp: () => void
}

/** Has something end before the half work is taken away: a program that writes it. */
export type StopFirst = (stop: () => Promise<unknown>) => void

/** Does the work and cleans up; fails where another run is at the same. A signal ends the program after that. */
export async function writeAlone<Result>(
  { half, cleanUp }: HalfWork,
  work: (stopFirst: StopFirst) => Promise<Result>,
): Promise<Result> {
  // Not `.lock`: SQLite has a lock of that name beside its file.
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
    /** Waits for the end that a signal has begun: what fails by it is nothing to tell. */
    ending: () => ending,
    forget,
  }
}
