/**
 * Finds the error codes in a text: people type these into a search box when something has failed.
 *
 *     0x80004005  0xC000021A         failures of Windows and COM, in hexadecimal
 *     STOP 0x0000000A                codes of a stopped system, written with 1 to 8 digits
 *     Event ID 1309, MSExchangeDS    entries of the event log, with the source if it is beside the number
 *     Run-time error 91              of Visual Basic
 *     Error 1722   Error -1018       decimal codes after the word, of Windows, of networks and databases
 *     SQLSTATE IM002                 of ODBC
 *     C1083  LNK2001  U1073          of compilers, linkers, NMAKE
 */

/** `0x80004005`, `0XC000021A`, `&H80040E14` */
const FAILURE = /(?:\b0[xX]|&[hH])([8cC][0-9a-fA-F]{7})(?![0-9a-zA-Z])/g
/**
 * Codes of failures, recognised by the digits of the facility. Other numbers are addresses of modules in crash dumps:
 * `80101234`. Of numbers that begin with 8001, only the errors of remote procedure calls are codes; Windows NT loads
 * its hardware abstraction layer at the other addresses.
 */
const CODE = /^(?:800(?:[02-9A-F]|10[01])|8013|C[018])/
/** `STOP: 0x0000001E (0xC0000005, 0x80101234, 0x00000000, 0x00000000)`: the parameters in brackets are not codes. */
const STOP =
  /\b(?:STOP|Stop)(?: screen| error| code)?[: ]{1,3}0[xX]([0-9a-fA-F]{1,8})(?![0-9a-zA-Z])(?:\s{0,3}\([0-9a-fA-FxX,;\s]{1,80}\))?/g
/**
 * `Event ID 1309`, `Event ID: 2000`, `EventID=1003`; then perhaps `Source: MSExchangeDS` in the same or the next line.
 */
const EVENT =
  /\bEvent ?ID ?[:=#]? ?(\d{1,5})(?!\d)(?:[.,;]?\s{1,40}Source ?[:=] {0,9}([A-Za-z][\w.-]{1,30}(?: [A-Z][\w.-]{0,30}){0,2})(?=\s{0,40}(?:$|[.,;)]|(?:Type|Category|Description|User|Computer|Event)\b)))?/gim
/** `Source: MSExchangeDS`, then `Event ID: 1309`. */
const SOURCE_FIRST =
  /\bSource ?[:=] {0,9}([A-Za-z][\w.-]{1,30}(?: [A-Z][\w.-]{0,30}){0,2})[.,;]?\s{1,40}Event ?ID ?[:=#]? ?(\d{1,5})(?!\d)/gi
/** `Run-time error '91'`, `Runtime error 3061` */
const RUN_TIME = /\brun-? ?time error:? ?['"`(]?(-?\d{1,10})(?![\d.])/gi
/** `System error 53`, `error code 1722`, `Error: 10049`, `error -1018`, `error number 2140` */
const DECIMAL = /\berror(?: code| number| no\.)?[: ]{1,2}[#('"]?(-\d{3,10}|\d{3,5})(?![\w.])/gi
/** `SQLSTATE: IM002`, `SQLState = 'S1000'` */
const SQL_STATE = /\bSQL ?STATE[:= '"[]{1,4}([0-9A-Z]{5})\b/gi
/** `fatal error C1083`, `warning LNK4006`, `error U1073`; `LNK2001` is unambiguous without a word before it. */
const BUILD_TOOL = /\b(?:(?:error|warning)[ :]{1,3}((?:C|U|RC|BK|CVT|PRJ)\d{4})|(LNK\d{4}))\b/g

const STOP_DIGITS = 8

/** The codes in `texts`, each once, in one spelling, sorted. */
export function findErrorCodes(texts: readonly string[]): string[] {
  const codes = new Set<string>()
  for (const text of texts) addCodes(text, codes)
  return [...codes].sort()
}

/** Adds the codes in a text. Most texts have none, so cheap tests come before the long expressions. */
function addCodes(text: string, codes: Set<string>): void {
  if (HEXADECIMAL.some((prefix) => text.includes(prefix))) addHexadecimal(text, codes)
  if (EVENT_WORD.test(text)) addEvents(text, codes)
  if (!ERROR_WORD.test(text)) return
  for (const [, number = ''] of text.matchAll(RUN_TIME)) codes.add(`Run-time error ${Number(number)}`)
  for (const { 1: number = '', index } of text.matchAll(DECIMAL))
    if (!RUN_TIME_BEFORE.test(text.slice(Math.max(0, index - 10), index))) codes.add(`Error ${Number(number)}`)
  for (const [, state = ''] of text.matchAll(SQL_STATE)) codes.add(`SQLSTATE ${state.toUpperCase()}`)
  for (const [, code, linker = ''] of text.matchAll(BUILD_TOOL)) codes.add(code ?? linker)
}

const HEXADECIMAL = ['0x', '0X', '&H', '&h']
const EVENT_WORD = /event ?id/i
const ERROR_WORD = /error|warning|sql ?state|LNK/i
const RUN_TIME_BEFORE = /run-? ?time ?$/i

function addHexadecimal(text: string, codes: Set<string>): void {
  const rest = text.replace(STOP, (_, digits: string) => {
    codes.add(`STOP 0x${toCode(digits)}`)
    return ' '
  })
  for (const [, digits = ''] of rest.matchAll(FAILURE)) {
    const code = toCode(digits)
    if (CODE.test(code)) codes.add(`0x${code}`)
  }
}

function addEvents(text: string, codes: Set<string>): void {
  const sources = new Map<number, string>()
  for (const [, source = '', number = ''] of text.matchAll(SOURCE_FIRST)) sources.set(Number(number), source)
  for (const [, number = '', source] of text.matchAll(EVENT)) {
    const id = Number(number)
    const named = source ?? sources.get(id)
    codes.add(named === undefined ? `Event ID ${id}` : `Event ID ${id}, ${named}`)
  }
}

function toCode(digits: string): string {
  return digits.toUpperCase().padStart(STOP_DIGITS, '0')
}
