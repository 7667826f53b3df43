/**
 * Finds what error codes mean, where a text says it right beside the code:
 *
 *     0x80070057 (E_INVALIDARG)    E_INVALIDARG (0x80070057)    a symbol in capitals, with a line below
 *     STOP 0x0000000A (0x00000000, ...) IRQL_NOT_LESS_OR_EQUAL
 *     Run-time error '429': ActiveX component can't create object
 *     Error 1722: The RPC server is unavailable.                  up to the end of the sentence or line
 *     fatal error C1004: unexpected end of file found
 *
 * A sentence with quotes, brackets or another code is left out: it is about one case, or goes on elsewhere. What one
 * article says may still be wrong; `choose-meaning.ts` takes what several agree on.
 */
import { findErrorCodes } from './error-codes.js'

/** `0x80004005 (E_FAIL)`, `0xC000009A, STATUS_INSUFFICIENT_RESOURCES`, `&H80004005 = E_FAIL` */
const CODE_FIRST =
  /(?:\b0[xX]|&[hH])([8cC][0-9a-fA-F]{7})(?![0-9a-zA-Z])['"]?\s?[(=,:-]?\s?([A-Z][A-Z0-9]{0,29}_[A-Z0-9_]{1,60})(?!\w)/g
/** `E_FAIL (0x80004005)`, `E_FAIL = 0x80004005` */
const SYMBOL_FIRST =
  /\b([A-Z][A-Z0-9]{0,29}_[A-Z0-9_]{1,60})\s?[(=:]?\s?(?:\b0[xX]|&[hH])([8cC][0-9a-fA-F]{7})(?![0-9a-zA-Z])/g
/** `STOP: 0x0000001E (0xC0000005, 0x80101234, 0x00000000, 0x00000000) KMODE_EXCEPTION_NOT_HANDLED` */
const STOP =
  /\b(?:STOP|Stop)(?: screen| error| code)?[: ]{1,3}0[xX]([0-9a-fA-F]{1,8})(?![0-9a-zA-Z])(?:\s{0,3}\([0-9a-fA-FxX,;\s]{1,80}\))?[\s:(-]{1,4}([A-Z][A-Z0-9]{0,29}_[A-Z0-9_]{1,60})(?!\w)/g
/** `Run-time error '429':`, then the text in the same or the next line */
const RUN_TIME = /\brun-? ?time error:? ?['"`(]?(-?\d{1,10})['"`)]?:[ \n]{1,3}([^\n]{3,160})/gi
/** `System error 1722: `, `error code 10048 - ` */
const DECIMAL =
  /\berror(?: code| number| no\.)?[: ]{1,2}[#('"]?(-\d{3,10}|\d{3,5})['")]?(?::| -| =)[ \n]{1,3}([^\n]{3,160})/gi
/** `fatal error C1004: `, `error LNK1169 : ` */
const BUILD_TOOL = /\b(?:error|warning)[ :]{1,3}((?:C|U|RC|BK|CVT|PRJ|LNK)\d{4}) ?:[ \n]{1,3}([^\n]{3,160})/g
const RUN_TIME_BEFORE = /run-? ?time ?$/i

const MOST_CHARACTERS = 120
const STOP_DIGITS = 8

/** The meanings that texts give, by code as `findErrorCodes` spells it; the first where there are several. */
export function findErrorMeanings(texts: readonly string[]): ReadonlyMap<string, string> {
  const meanings = new Map<string, string>()
  const add = (code: string, meaning: string | null) => {
    if (meaning !== null && !meanings.has(code)) meanings.set(code, meaning)
  }
  for (const text of texts) {
    for (const [, digits = '', symbol = ''] of text.matchAll(CODE_FIRST)) add(`0x${toCode(digits)}`, symbol)
    for (const [, symbol = '', digits = ''] of text.matchAll(SYMBOL_FIRST)) add(`0x${toCode(digits)}`, symbol)
    for (const [, digits = '', symbol = ''] of text.matchAll(STOP)) add(`STOP 0x${toCode(digits)}`, symbol)
    for (const [, number = '', rest = ''] of text.matchAll(RUN_TIME))
      add(`Run-time error ${Number(number)}`, toMeaning(rest))
    for (const { 1: number = '', 2: rest = '', index } of text.matchAll(DECIMAL))
      if (!RUN_TIME_BEFORE.test(text.slice(Math.max(0, index - 10), index)))
        add(`Error ${Number(number)}`, toMeaning(rest))
    for (const [, code = '', rest = ''] of text.matchAll(BUILD_TOOL)) add(code, toMeaning(rest))
  }
  return meanings
}

/** The end of a sentence; not the point in `Msriched.vbx`. */
const SENTENCE_END = /[.!](?=["'\s]|$)/
const MARK_AT_END = /[.,;:]$/
/** Quotes (not the apostrophe of `can't`), brackets and signs of a line of code. */
const ODD = /["<>[\]{}|=]|(?<!\w)'|'(?!\w)/

/** The sentence that a text begins with; null if it is no plain one. */
function toMeaning(text: string): string | null {
  const [sentence = ''] = text.split(SENTENCE_END, 1)
  const meaning = withoutQuotes(sentence.replace(/\s+/g, ' ').trim()).replace(MARK_AT_END, '').trim()
  if (meaning.length < 3 || meaning.length > MOST_CHARACTERS || !/^[A-Za-z]/.test(meaning)) return null
  return ODD.test(meaning) || findErrorCodes([meaning]).length > 0 ? null : meaning
}

/** Removes quotes around the whole text, and one at its end that was opened before the code. */
function withoutQuotes(text: string): string {
  const quote = text.at(-1) ?? ''
  if (quote !== '"' && quote !== "'") return text
  const first = text.indexOf(quote)
  if (first === text.length - 1) return text.slice(0, -1)
  return first === 0 && text.indexOf(quote, 1) === text.length - 1 ? text.slice(1, -1) : text
}

function toCode(digits: string): string {
  return digits.toUpperCase().padStart(STOP_DIGITS, '0')
}
