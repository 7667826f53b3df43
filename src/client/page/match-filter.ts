/** The test of a filter box. Pure. */

/** True if a name has every word of the filter, in any order: `10 exchange` matches `Event ID 1018, MSExchangeIS`. */
export function matchesFilter(name: string, filter: string): boolean {
  const lower = name.toLowerCase()
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word))
}
