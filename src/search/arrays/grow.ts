/** Columns of numbers that grow. */

/** A column with room for `length` numbers: itself, or a copy that is twice as long, or longer where that is not enough. */
export function withRoom(column: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  if (length <= column.length) return column
  const grown = new Uint32Array(Math.max(length, column.length * 2))
  grown.set(column)
  return grown
}
