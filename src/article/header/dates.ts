/**
 * Converts the dates of all forms to ISO. An impossible date is `null`.
 *
 *     '11-JUN-2002', '4-MAY-1988'   TXT and Markdown
 *     '05-16-1995', '8/23/2001'     the CD text form: month first
 *     'July 17, 1997'               the support pages
 *     '11-Jun-02', '2002-06-11'     other dumps; two digits are a year from 1970 to 2069
 */

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

/** Matches day, English month, year: `11-JUN-2002`. */
const NAMED_MONTH = /^(\d{1,2})-([A-Z]{3})-(\d{4}|\d{2})$/i
/** Matches month, day, year: `05-16-1995`, `8/23/2001`. */
const MONTH_FIRST = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})$/
/** Matches month, day, year: `July 17, 1997`, `Sept 3 1996`. */
const MONTH_NAME = /^([A-Z]{3})[a-z]{0,6}\.? {1,4}(\d{1,2})(?:st|nd|rd|th)?,? {1,4}(\d{4})$/i
/** Matches an ISO date: `2002-06-11`. */
const YEAR_FIRST = /^(\d{4})-(\d{2})-(\d{2})$/

/** Returns a date as `2002-06-11`, or `null` if it cannot be read. */
export function parseDate(text: string): string | null {
  const trimmed = text.trim()
  const named = NAMED_MONTH.exec(trimmed)
  if (named !== null) return toIso(named[3], MONTHS.indexOf(named[2]?.toUpperCase() ?? '') + 1, named[1])
  const iso = YEAR_FIRST.exec(trimmed)
  if (iso !== null) return toIso(iso[1], Number(iso[2]), iso[3])
  const written = MONTH_NAME.exec(trimmed)
  if (written !== null) return toIso(written[3], MONTHS.indexOf(written[1]?.toUpperCase() ?? '') + 1, written[2])
  const numeric = MONTH_FIRST.exec(trimmed)
  return numeric === null ? null : toIso(numeric[3], Number(numeric[1]), numeric[2])
}

function toIso(yearText: string | undefined, month: number, dayText: string | undefined): string | null {
  const year = Number(yearText) + centuryOf(yearText ?? '')
  const day = Number(dayText)
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function centuryOf(year: string): number {
  if (year.length > 2) return 0
  return Number(year) < 70 ? 2000 : 1900
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function daysOf(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)
}
