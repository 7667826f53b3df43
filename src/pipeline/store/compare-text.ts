/** Compares texts by their UTF-16 units, so that the order depends on no locale. For `sort`. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
