/** Columns of numbers that grow. */

type Column = Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>

/** A column with room for `length` numbers: itself, or a copy that is twice as long, or longer where that is not enough. */
export function withRoom<T extends Column>(column: T, length: number): T
export function withRoom(column: Column, length: number): Column {
  if (length <= column.length) return column
  const size = Math.max(length, column.length * 2)
  const grown = column instanceof Uint8Array ? new Uint8Array(size) : new Uint32Array(size)
  grown.set(column)
  return grown
}
