/** Where a worker is, in memory that both threads see: the article at hand, and how much is done. */
/** Where a worker is, for progress and for the message of a crash. Shared by both threads. */
export interface Position {
  /** Adds to the articles or pages that this worker has done so far, in all its tasks. */
  advance(count: number): void
  /** Names the current article; 0: none. */
  at(number: number): void
}

const AT = 0
const DONE = 1

/** A place in shared memory for one worker. */
export function createPositionCells(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(8))
}

/** What a worker writes. Plain stores: a number that is read a moment late does no harm. */
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

/** What the main thread reads. */
export function readPosition(cells: Int32Array): { readonly at: number; readonly done: number } {
  return { at: cells[AT] ?? 0, done: cells[DONE] ?? 0 }
}
