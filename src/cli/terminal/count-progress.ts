/**
 * Prints the progress of a command to stderr: a live line on a terminal (count, rate, time left), else a single line.
 */
import type { Io } from '../command.js'

/** The progress of a command. `report` receives each count; `finish` clears the live line. */
export interface CountProgress {
  readonly report: (done: number, total: number) => void
  finish(): void
}

/** Least time between two updates of the live line. */
const redrawMs = 100
/** Carriage return, then "erase to the end of the line". */
const startOfLine = '\r\u001b[K'

/** Creates the progress of `step`, counted in `unit`s: `pack: 69383 files`. `now` returns the time in ms. */
export function createCountProgress(io: Io, step: string, unit: string, now = () => performance.now()): CountProgress {
  const isLive = io.stderr.isTTY === true
  const begun = now()
  let drawn = Number.NEGATIVE_INFINITY
  return {
    report(done, total) {
      const time = now()
      const isFirst = drawn === Number.NEGATIVE_INFINITY
      if (isFirst && !isLive) io.stderr.write(`${step}: ${total} ${unit}\n`)
      if (isFirst || time - drawn >= redrawMs) {
        drawn = time
        if (isLive) io.stderr.write(`${startOfLine}${step}: ${describeRate(done, total, time - begun)} ${unit}`)
      }
    },
    finish() {
      if (isLive) io.stderr.write(startOfLine)
    },
  }
}

/** `12000 of 69383 (1900/s, 30 s left)` */
function describeRate(done: number, total: number, elapsedMs: number): string {
  const rate = done / Math.max(elapsedMs / 1000, 0.001)
  const left = rate === 0 ? 0 : Math.ceil((total - done) / rate)
  return `${done} of ${total} (${Math.round(rate)}/s, ${left} s left)`
}
