/**
 * The first so many of a long list in order, without sorting all of it: 20 of 40,000 hits.
 */

/** The `count` first of `articles` in the order of `isBefore`, in that order. Keeps the last of them on top of a heap. */
export function topOf(articles: Uint32Array, count: number, isBefore: (a: number, b: number) => boolean): Uint32Array {
  const heap = articles.slice(0, Math.min(count, articles.length))
  for (let i = (heap.length >>> 1) - 1; i >= 0; i--) sink(heap, i, isBefore)
  for (let i = heap.length; i < articles.length && heap.length > 0; i++) {
    const article = articles[i] ?? 0
    if (!isBefore(article, heap[0] ?? 0)) continue
    heap[0] = article
    sink(heap, 0, isBefore)
  }
  return heap.sort((a, b) => (isBefore(a, b) ? -1 : 1))
}

function sink(heap: Uint32Array, from: number, isBefore: (a: number, b: number) => boolean): void {
  const value = heap[from] ?? 0
  let at = from
  for (;;) {
    let child = 2 * at + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && isBefore(heap[child] ?? 0, heap[child + 1] ?? 0)) child += 1
    if (!isBefore(value, heap[child] ?? 0)) break
    heap[at] = heap[child] ?? 0
    at = child
  }
  heap[at] = value
}
