/** Where a value stands, or would stand, among ascending ones. */

/** The index of the first of the ascending `values[from..to-1]` that is not below `value`; `to` where all are. */
export function lowerBound(values: ArrayLike<number>, value: number, from = 0, to = values.length): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** The first of the numbers `from..to-1` that is not `isBefore`, as all after it are not; `to` where all are. */
export function firstNotBefore(from: number, to: number, isBefore: (index: number) => boolean): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** The index of the last of the first `count` ascending `keys` that is not after `key`; 0 where all are. */
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
