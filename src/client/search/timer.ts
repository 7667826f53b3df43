/**
 * A timer for one action. Starting it again replaces the planned action.
 */
export interface Timer {
  /** `after`: a time in milliseconds other than the usual one. */
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
