/**
 * Finds out how a list marks its items: HTML can count letters itself (`a.`, `B)`); other markers (`1)`, `Q1:`) are
 * printed before the items.
 *
 *     ['b.', 'c.']  ->  { type: 'a', start: 2 }
 */
import type { Properties } from 'hast'

export interface ListStyle {
  readonly properties: Properties
  /** The marker to print before each item; `null`: none, the browser draws its own. */
  readonly markers: readonly (string | null)[]
}

/** Markers that are bullets. */
const BULLET = /^[-*o\u00b7\u2022]$/
/** `a.`, `B)`, `(c)`, `d.)` */
const LETTER = /^\(?([a-zA-Z])[.)]{1,2}$/

/** Finds the style for `markers`: the marker of each item as in the source; `null` for a plain bullet or number. */
export function listStyle(markers: readonly (string | null)[]): ListStyle {
  const plain = markers.map((marker) => (marker === null || BULLET.test(marker) ? null : marker))
  const first = LETTER.exec(plain[0] ?? '')?.[1]
  if (first === undefined) return { properties: {}, markers: plain }
  const code = first.charCodeAt(0)
  const inOrder = plain.every((marker, index) => LETTER.exec(marker ?? '')?.[1]?.charCodeAt(0) === code + index)
  if (!inOrder) return { properties: {}, markers: plain }
  const isLower = first === first.toLowerCase()
  const start = code - (isLower ? 'a' : 'A').charCodeAt(0) + 1
  const properties: Properties = { type: isLower ? 'a' : 'A', ...(start === 1 ? {} : { start }) }
  return { properties, markers: markers.map(() => null) }
}
