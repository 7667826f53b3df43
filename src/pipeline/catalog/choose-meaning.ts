/** Chooses the meaning of an error code among those that articles give. */

/** Fewest articles that must give it. What a single one says may be about its own case. */
const FEWEST = 2

/**
 * The meaning that most articles give, in its commonest spelling; null if fewer than two agree, or as many give another.
 * `meanings`: how many articles give each. Upper and lower case count as the same.
 */
export function chooseMeaning(meanings: ReadonlyMap<string, number>): string | null {
  const folded = new Map<string, { spelling: string; most: number; total: number }>()
  for (const [spelling, count] of meanings) {
    const key = spelling.toLowerCase()
    const known = folded.get(key) ?? { spelling, most: 0, total: 0 }
    const isCommoner = count > known.most || (count === known.most && spelling < known.spelling)
    const best = isCommoner ? { spelling, most: count } : known
    folded.set(key, { spelling: best.spelling, most: best.most, total: known.total + count })
  }
  const [first, second] = [...folded.values()].sort((a, b) => b.total - a.total)
  if (first === undefined || first.total < FEWEST || first.total === second?.total) return null
  return first.spelling
}
