/** Binary search among ascending values. */

/** The index of the first of the ascending `values[from..to-1]` that is not below `value`; `to` if all are below. */
export function lowerBound(values: ArrayLike<number>, value: number, from = 0, to = values.length): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The first number in `from..to-1` for which `isBefore` is false, as it is for all later ones; `to` if there is none.
 */
export function firstNotBefore(from: number, to: number, isBefore: (index: number) => boolean): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** The index of the last of the first `count` ascending `keys` that is at most `key`; 0 if there is none. */
export function lastAtMost<Key extends number | string>(keys: ArrayLike<Key>, key: Key, count = keys.length): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    const found = keys[middle]
    if (found !== undefined && found <= key) low = middle
    else high = middle - 1
  }
  return low
}
