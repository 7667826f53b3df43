/**
 * Selects the first few of a long list, in order, without sorting all of it: 20 of 40,000 hits.
 */

/**
 * The first `count` of `articles` (ascending), ordered by `values[article]`, largest first; ties go to the lower
 * article. A heap holds the selection, with its last article on top.
 */
export function topOf(articles: Uint32Array, count: number, values: Float64Array | Uint16Array): Uint32Array {
  const heap = articles.slice(0, Math.min(count, articles.length))
  for (let i = (heap.length >>> 1) - 1; i >= 0; i--) sink(heap, i, values)
  // The articles ascend: one with the same value as the top of the heap comes after it, so it is not selected.
  for (let i = heap.length; i < articles.length && heap.length > 0; i++) {
    const article = articles[i] ?? 0
    if ((values[article] ?? 0) <= (values[heap[0] ?? 0] ?? 0)) continue
    heap[0] = article
    sink(heap, 0, values)
  }
  return heap.sort((a, b) => (isBefore(a, b, values) ? -1 : 1))
}

function isBefore(a: number, b: number, values: Float64Array | Uint16Array): boolean {
  const difference = (values[a] ?? 0) - (values[b] ?? 0)
  return difference === 0 ? a < b : difference > 0
}

function sink(heap: Uint32Array, from: number, values: Float64Array | Uint16Array): void {
  const value = heap[from] ?? 0
  let at = from
  for (;;) {
    let child = 2 * at + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && isBefore(heap[child] ?? 0, heap[child + 1] ?? 0, values)) child += 1
    if (!isBefore(value, heap[child] ?? 0, values)) break
    heap[at] = heap[child] ?? 0
    at = child
  }
  heap[at] = value
}
