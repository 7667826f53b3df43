/**
 * The error codes a text names: what people type into a search box when something has failed.
 *
 *     0x80004005  0xC000021A     failures of Windows: the first digit is 8 or C; other numbers are addresses
 *     STOP 0x0000000A            the codes of a stopped system, written in any length
 *     Event ID 1309              entries of the event log
 */

/** `0x80004005`, `0XC000021A`, `&H80040E14` */
const FAILURE = /(?:\b0[xX]|&[hH])([8cC][0-9a-fA-F]{7})(?![0-9a-zA-Z])/g
/** `STOP: 0x0000001E`, `Stop 0xA`, `STOP c000021a`'s first form only */
const STOP = /\b(?:STOP|Stop)(?: screen| error| code)?[: ]{1,3}0[xX]([0-9a-fA-F]{1,8})(?![0-9a-zA-Z])/g
/** `Event ID 1309`, `Event ID: 2000`, `EventID=1003` */
const EVENT = /\bEvent ?ID ?[:=#]? ?(\d{1,5})(?!\d)/gi

const STOP_DIGITS = 8

/** The codes in `texts`, each once, in a fixed spelling, sorted. */
export function findErrorCodes(texts: readonly string[]): string[] {
  const codes = new Set<string>()
  for (const text of texts) addCodes(text, codes)
  return [...codes].sort()
}

/** Most texts have no hexadecimal number, which is quicker to see than to look for each kind of code. */
function addCodes(text: string, codes: Set<string>): void {
  if (HEXADECIMAL.some((prefix) => text.includes(prefix))) {
    for (const [, digits = ''] of text.matchAll(STOP)) codes.add(`STOP 0x${toCode(digits)}`)
    for (const [, digits = ''] of text.matchAll(FAILURE)) codes.add(`0x${toCode(digits)}`)
  }
  for (const [, digits = ''] of text.matchAll(EVENT)) codes.add(`Event ID ${Number(digits)}`)
}

const HEXADECIMAL = ['0x', '0X', '&H', '&h']

function toCode(digits: string): string {
  return digits.toUpperCase().padStart(STOP_DIGITS, '0')
}
