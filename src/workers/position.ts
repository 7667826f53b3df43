/** The position of a worker, for progress and for error messages: its current article, and how much it has done. */

/** The worker's side of a position. */
export interface Position {
  /** Adds to the number of articles or pages that this worker has done, in all its tasks. */
  advance(count: number): void
  /** Sets the number of the current article; 0: none. */
  at(number: number): void
}

const AT = 0
const DONE = 1

/** Shared memory for the position of one worker. */
export function createPositionCells(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(8))
}

/** Returns the worker's side of a position. Writes are not atomic operations: a slightly late number does no harm. */
export function writePosition(cells: Int32Array): Position {
  return {
    advance(count) {
      cells[DONE] = (cells[DONE] ?? 0) + count
    },
    at(number) {
      cells[AT] = number
    },
  }
}

/** Reads a position, in the main thread. */
export function readPosition(cells: Int32Array): { readonly at: number; readonly done: number } {
  return { at: cells[AT] ?? 0, done: cells[DONE] ?? 0 }
}
