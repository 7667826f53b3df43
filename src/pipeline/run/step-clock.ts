import type { Report } from './build-options.js'

export interface StepTime {
  readonly name: string
  readonly seconds: number
  /** CPU time of all threads, user and system. Unlike wall time, other load on the machine hardly changes it. */
  readonly cpuSeconds: number
}

/** Measures the time of steps; reports their begin and their progress. */
export class StepClock {
  readonly #report: Report
  /** Files, articles or pages done since the build began. */
  readonly #countDone: () => number
  #doneBefore = 0
  readonly #steps: StepTime[] = []
  #name = ''
  #start = 0
  #cpuStart = process.cpuUsage()

  constructor(report: Report, countDone: () => number) {
    this.#report = report
    this.#countDone = countDone
  }

  /** Reports the progress of the current step. */
  tick(): void {
    this.#report({ type: 'progress', done: this.#countDone() - this.#doneBefore })
  }

  /** Ends the current step and begins `name`. `total`: its number of `unit`s, or null if not known. */
  begin(name: string, unit: string, total: number | null = null): void {
    this.#end()
    this.#name = name
    this.#start = performance.now()
    this.#cpuStart = process.cpuUsage()
    this.#doneBefore = this.#countDone()
    this.#report({ type: 'step', name, unit, total })
  }

  /** Ends the current step; returns the times of all steps. */
  finish(): readonly StepTime[] {
    this.#end()
    this.#name = ''
    return this.#steps
  }

  #end(): void {
    if (this.#name === '') return
    const { user, system } = process.cpuUsage(this.#cpuStart)
    const seconds = (performance.now() - this.#start) / 1000
    this.#steps.push({ name: this.#name, seconds, cpuSeconds: (user + system) / 1e6 })
  }
}
