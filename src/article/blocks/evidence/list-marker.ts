/**
 * Recognises the marker of a list item: `- `, `* `, `o `, `1. `, `10) `, `(2) `, `a. `, `A) `.
 *
 *     > |    10. Click OK.
 *            ^ column   ^ textColumn is 4 further, whatever the following lines do
 */
import type { Line } from '../../text/lines.js'
import { leadingWidth } from '../block.js'

export interface Marker {
  readonly kind: 'bullet' | 'number' | 'letter'
  /** As printed: `1.`, `-`. */
  readonly text: string
  /** The number of the marker, letters counted from 1; 0 for a bullet. */
  readonly value: number
  /** Column of the marker. */
  readonly column: number
  /** Column of the text after it. */
  readonly textColumn: number
  /** Number of characters in the line before the text. */
  readonly skip: number
}

/** Matches `- text`, `* text`, `o text`, `\u00b7 text`, `\u00b7- text`. */
const BULLET = /^([-*+o\u00b7]|\u00b7-)[ \t]+(?=\S)/
/**
 * Matches `1. text`, `10) text`, `(3) text`, with at most three digits: `1995. ` ends a sentence. Not `(800) 555-0100`.
 */
const NUMBER = /^((?!\(\d{3}\) {1,2}\d{3}\b)\(?(\d{1,3})(?:\.\)|[.)]))[ \t]+(?=\S)/
/** Matches `a. text`, `B) text`, `(c) text`, `a.) text`. */
const LETTER = /^(\(?([A-Za-z])(?:\.\)|[.)]))[ \t]+(?=\S)/

const TAB = 9
const BLANK = 32
const OPENING = 40
const CLOSING = 41
const DOT = 46
const MIDDLE_DOT = 0xb7
/** `-`, `*`, `+`, `o`, `\u00b7` */
const BULLETS: ReadonlySet<number> = new Set([0x2d, 0x2a, 0x2b, 0x6f, MIDDLE_DOT])

/** Returns the marker at the start of a line, or `null`. Its surroundings decide if it opens a list. */
export function markerAt(line: Line): Marker | null {
  const lead = leadingWidth(line.text)
  if (!mayBegin(line.text.charCodeAt(lead), line.text.charCodeAt(lead + 1))) return null
  const content = line.text.slice(lead)
  const match = BULLET.exec(content) ?? NUMBER.exec(content) ?? LETTER.exec(content)
  if (match === null) return null
  const [whole, text = '', label = ''] = match
  const kind = kindOf(label)
  return {
    kind,
    text,
    value: numberOf(label, kind),
    column: line.indent,
    textColumn: line.indent + whole.length,
    skip: lead + whole.length,
  }
}

/**
 * Returns true if two characters may begin a marker. A fast check, since most lines are no items and are asked
 * repeatedly.
 */
function mayBegin(first: number, second: number): boolean {
  if (second === BLANK || second === TAB) return BULLETS.has(first) || isDigit(first)
  return second === DOT || second === CLOSING || first === OPENING || first === MIDDLE_DOT || isDigit(first)
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function kindOf(label: string): Marker['kind'] {
  if (label === '') return 'bullet'
  return isDigit(label.charCodeAt(0)) ? 'number' : 'letter'
}

function numberOf(label: string, kind: Marker['kind']): number {
  if (kind === 'bullet') return 0
  return kind === 'number' ? Number(label) : label.toLowerCase().charCodeAt(0) - 96
}
