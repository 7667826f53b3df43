/** Flags that filter a search. An unknown value is an error, which names the nearest values of the archive. */
import { KbError } from '../../kb-error.js'
import type { Search } from '../../search/engine.js'
import { editDistance } from '../../search/match/suggest.js'
import type { FilterName, FilterValue } from '../../search/types.js'

/** Most values that an error names. */
const MOST_NAMED = 5
/** Most edits between the given text and a near value. */
const MOST_EDITS = 3

/**
 * Finds the values of the archive for the texts in `given`, by value or label (`windows-nt/4.0`, `"Windows NT 4.0"`),
 * ignoring case. Rejects with a `KbError` for an unknown one.
 */
export async function toFilterValues(
  search: Search,
  name: FilterName,
  given: readonly string[],
): Promise<readonly string[]> {
  if (given.length === 0) return []
  const values = await search.filterValues(name)
  // The code that an article is filed under may also be given as a product: the search looks for both.
  const allowed = name === 'product' ? [...values, ...(await search.filterValues('filed'))] : values
  return given.map((text) => findValue(allowed, text) ?? refuse(name, allowed, text))
}

function findValue(allowed: readonly FilterValue[], text: string): string | undefined {
  const folded = text.toLowerCase()
  const isGiven = ({ value, label }: FilterValue) => value.toLowerCase() === folded || label.toLowerCase() === folded
  return allowed.find(isGiven)?.value
}

function refuse(name: FilterName, allowed: readonly FilterValue[], text: string): never {
  const nearest = findNearest(allowed, text).map(toName).join(', ')
  throw new KbError('usage', `Expected a ${name} of this archive after --${name}, found \`${text}\``, {
    hint: nearest === '' ? `No article of this archive has a ${name}.` : `Nearest: ${nearest}.`,
    exitCode: 2,
  })
}

function toName({ value, label }: FilterValue): string {
  return label === value ? value : `${value} (${label})`
}

/**
 * The values nearest to a text: values that contain it, then values with a similar spelling. If there are none, the
 * first values of `allowed`, which are the most frequent.
 */
export function findNearest(allowed: readonly FilterValue[], text: string): readonly FilterValue[] {
  const folded = text.toLowerCase()
  const distances = allowed.map((value) => ({ value, distance: distanceOf(value, folded) }))
  const near = distances.filter(({ distance }) => distance <= MOST_EDITS).sort((a, b) => a.distance - b.distance)
  return (near.length > 0 ? near : distances).slice(0, MOST_NAMED).map(({ value }) => value)
}

/**
 * 0 if the value or its label contains the text; else the edit distance between the text and the nearest word of them.
 */
function distanceOf({ value, label }: FilterValue, text: string): number {
  const names = [value, label].map((name) => name.toLowerCase())
  if (names.some((name) => name.includes(text))) return 0
  const words = [...names, ...names.flatMap((name) => name.split(BLANKS))]
  const distances = words.map((word) => editDistance(text, word, MOST_EDITS) ?? MOST_EDITS + 1)
  return distances.reduce((least, distance) => Math.min(least, distance), MOST_EDITS + 1)
}

const BLANKS = /\s+/
