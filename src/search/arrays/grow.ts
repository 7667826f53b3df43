/** Columns of numbers that grow when they are full. */

type Column = Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>

/**
 * The column itself if it has room for `length` numbers, else a copy twice as long, or as long as needed if that is
 * more.
 */
export function withRoom<T extends Column>(column: T, length: number): T
export function withRoom(column: Column, length: number): Column {
  if (length <= column.length) return column
  const size = Math.max(length, column.length * 2)
  const grown = column instanceof Uint8Array ? new Uint8Array(size) : new Uint32Array(size)
  grown.set(column)
  return grown
}
