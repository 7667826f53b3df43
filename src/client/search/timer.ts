/**
 * One thing to do later; starting it again puts off what was planned.
 */
export interface Timer {
  start(action: () => void): void
  stop(): void
}

export function createTimer(milliseconds: number): Timer {
  let running: ReturnType<typeof setTimeout> | undefined
  const stop = () => clearTimeout(running)
  return {
    start(action) {
      stop()
      running = setTimeout(action, milliseconds)
    },
    stop,
  }
}
