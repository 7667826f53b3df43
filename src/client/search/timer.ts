/**
 * One thing to do later; starting it again puts off what was planned.
 */
export interface Timer {
  /** `after`: another time than usual. */
  start(action: () => void, after?: number): void
  stop(): void
}

export function createTimer(milliseconds: number): Timer {
  let running: ReturnType<typeof setTimeout> | undefined
  const stop = () => clearTimeout(running)
  return {
    start(action, after = milliseconds) {
      stop()
      running = setTimeout(action, after)
    },
    stop,
  }
}
