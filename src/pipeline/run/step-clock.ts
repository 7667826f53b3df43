import type { Report } from './build-options.js'

export interface StepTime {
  readonly name: string
  readonly seconds: number
  /** Of all threads, user and system: what a busy machine does not change. */
  readonly cpuSeconds: number
}

/** Times steps, announces them, and tells how far they are. */
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

  tick(): void {
    this.#report({ type: 'progress', done: this.#countDone() - this.#doneBefore })
  }

  /** Ends the step before, begins `name`. `total`: how many `unit`s it has, where that is known. */
  begin(name: string, unit: string, total: number | null = null): void {
    this.#end()
    this.#name = name
    this.#start = performance.now()
    this.#cpuStart = process.cpuUsage()
    this.#doneBefore = this.#countDone()
    this.#report({ type: 'step', name, unit, total })
  }

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
