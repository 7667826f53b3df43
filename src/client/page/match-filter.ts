/** What a filter box leaves of a list. Pure. */

/** Whether a name has every word of the filter, in any order: `10 exchange` leaves `Event ID 1018, MSExchangeIS`. */
export function matchesFilter(name: string, filter: string): boolean {
  const lower = name.toLowerCase()
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word))
}
