/**
 * How a list numbers its items: what HTML can number itself (`a.`, `B)`), and what must be written before an item (`1)`, `Q1:`).
 *
 *     ['b.', 'c.']  ->  { type: 'a', start: 2 }
 */
import type { Properties } from 'hast'

export interface ListStyle {
  readonly properties: Properties
  /** What to write before each item; `null`: what the browser writes. */
  readonly markers: readonly (string | null)[]
}

/** Signs that are bullets, whatever they look like. */
const BULLET = /^[-*o\u00b7\u2022]$/
/** `a.`, `B)`, `(c)`, `d.)` */
const LETTER = /^\(?([a-zA-Z])[.)]{1,2}$/

/** `markers`: as printed, `null` where the number is the list's own. */
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
