/**
 * Collects the signs in a line in one pass. Nearly every pattern of `line-evidence.ts` needs one of them, and most
 * lines have few.
 *
 *     signsOf('x = y;')  ->  SIGNS.any | SIGNS.equals | SIGNS.statement
 */

/** One bit per sign, or per group of equivalent signs. `any`: every line has it. */
export const SIGNS = {
  any: 1,
  slash: 1 << 1,
  backslash: 1 << 2,
  ampersand: 1 << 3,
  equals: 1 << 4,
  parenthesis: 1 << 5,
  colon: 1 << 6,
  bar: 1 << 7,
  /** `<` or `>` */
  angle: 1 << 8,
  dot: 1 << 9,
  star: 1 << 10,
  hash: 1 << 11,
  dash: 1 << 12,
  underscore: 1 << 13,
  tab: 1 << 14,
  /** Two blanks in a row. */
  gap: 1 << 15,
  /** `;`, `{` or `}` */
  statement: 1 << 16,
} as const

/** The bit of each ASCII character, 0 for most. */
const SIGN_OF = toTable({
  '/': SIGNS.slash,
  '\\': SIGNS.backslash,
  '&': SIGNS.ampersand,
  '=': SIGNS.equals,
  '(': SIGNS.parenthesis,
  ':': SIGNS.colon,
  '|': SIGNS.bar,
  '<': SIGNS.angle,
  '>': SIGNS.angle,
  '.': SIGNS.dot,
  '*': SIGNS.star,
  '#': SIGNS.hash,
  '-': SIGNS.dash,
  _: SIGNS.underscore,
  '\t': SIGNS.tab,
  ';': SIGNS.statement,
  '{': SIGNS.statement,
  '}': SIGNS.statement,
})

function toTable(signs: Readonly<Record<string, number>>): Uint32Array {
  const table = new Uint32Array(128)
  for (const [character, sign] of Object.entries(signs)) table[character.charCodeAt(0)] = sign
  return table
}

const BLANK = 32

/** Returns the signs of a text, as bits of `SIGNS`. */
export function signsOf(text: string): number {
  let signs: number = SIGNS.any
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === BLANK && before === BLANK) signs |= SIGNS.gap
    if (code < SIGN_OF.length) signs |= SIGN_OF[code] ?? 0
    before = code
  }
  return signs
}
