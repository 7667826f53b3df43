/** Joins typed arrays into one. */
export function concatenate<T extends Uint8Array | Uint32Array>(
  ArrayType: new (length: number) => T,
  parts: readonly T[],
): T {
  const whole = new ArrayType(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
