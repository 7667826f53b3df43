/**
 * Flags that narrow a search to values of the archive: an unknown value is a mistake, and the nearest ones are named.
 */
import { KbError } from '../../kb-error.js'
import type { Search } from '../../search/engine.js'
import { editDistance } from '../../search/match/suggest.js'
import type { FilterName, FilterValue } from '../../search/types.js'

const MOST_NAMED = 5
/** Mistakes that a value may have to be near. */
const MOST_EDITS = 3

/**
 * The values of the archive that were given, by value or by label (`windows-nt/4.0`, `"Windows NT 4.0"`), whatever the
 * case.
 */
export async function toFilterValues(
  search: Search,
  name: FilterName,
  given: readonly string[],
): Promise<readonly string[]> {
  if (given.length === 0) return []
  const values = await search.filterValues(name)
  // A filing code may stand for a product: the search looks for it among those.
  const known = name === 'product' ? [...values, ...(await search.filterValues('filed'))] : values
  return given.map((text) => findValue(known, text) ?? refuse(name, known, text))
}

function findValue(known: readonly FilterValue[], text: string): string | undefined {
  const folded = text.toLowerCase()
  const isGiven = ({ value, label }: FilterValue) => value.toLowerCase() === folded || label.toLowerCase() === folded
  return known.find(isGiven)?.value
}

function refuse(name: FilterName, known: readonly FilterValue[], text: string): never {
  const nearest = findNearest(known, text).map(toName).join(', ')
  throw new KbError('usage', `Expected a ${name} of this archive after --${name}, found \`${text}\``, {
    hint: nearest === '' ? `No article of this archive has a ${name}.` : `Nearest: ${nearest}.`,
    exitCode: 2,
  })
}

function toName({ value, label }: FilterValue): string {
  return label === value ? value : `${value} (${label})`
}

/**
 * The likeliest values: those that have the text in them, then those that are spelt nearly so; else the most frequent.
 */
export function findNearest(known: readonly FilterValue[], text: string): readonly FilterValue[] {
  const folded = text.toLowerCase()
  const distances = known.map((value) => ({ value, distance: distanceOf(value, folded) }))
  const near = distances.filter(({ distance }) => distance <= MOST_EDITS).sort((a, b) => a.distance - b.distance)
  return (near.length > 0 ? near : distances).slice(0, MOST_NAMED).map(({ value }) => value)
}

/** 0 where the value or its label has the text, else the mistakes between the text and the nearest of its words. */
function distanceOf({ value, label }: FilterValue, text: string): number {
  const names = [value, label].map((name) => name.toLowerCase())
  if (names.some((name) => name.includes(text))) return 0
  const words = [...names, ...names.flatMap((name) => name.split(BLANKS))]
  const distances = words.map((word) => editDistance(text, word, MOST_EDITS) ?? MOST_EDITS + 1)
  return distances.reduce((least, distance) => Math.min(least, distance), MOST_EDITS + 1)
}

const BLANKS = /\s+/
