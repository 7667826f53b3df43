/**
 * Decodes bytes to text. Never throws, never drops a byte.
 *
 * Evidence in the bytes comes first: a byte order mark, valid UTF-8 with characters above ASCII, signs of an MS-DOS
 * code page. Otherwise the form decides: the raw form is Windows-1252, the Markdown form UTF-8.
 */

import type { Form } from '../form-names.js'
import { FORM_READERS } from '../forms/forms.js'
import { type CodePage, decodeCodePage, guessCodePage } from './code-pages.js'

/** A text, and how its bytes were decoded. */
export interface Decoded {
  readonly text: string
  /** Lower-case name: `windows-1252`, `utf-8`, `utf-16le`, `utf-16be`, `cp437`, `cp850`, or the requested one. */
  readonly encoding: string
  /** True if evidence overruled the form's encoding. */
  readonly guessed: boolean
}

/** Facts about the bytes that the caller knows. */
export interface DecodeOptions {
  /** The form of the text. `null`: bytes above ASCII are UTF-8 if valid, else Windows-1252. */
  readonly form?: Form | null
  /** Overrules everything: a label of the Encoding Standard, or `cp437`, `cp850`. See `isEncoding`. */
  readonly encoding?: string | null
}

const CODE_PAGES: ReadonlyMap<string, CodePage> = new Map([
  ['cp437', 'cp437'],
  ['ibm437', 'cp437'],
  ['437', 'cp437'],
  ['cp850', 'cp850'],
  ['ibm850', 'cp850'],
  ['850', 'cp850'],
  ['windows-1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
  ['1252', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['iso-8859-1', 'windows-1252'],
])

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Decodes an article, or a file that may be one. */
export function decode(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  if (options.encoding) return decodeAs(bytes, options.encoding)
  const usual = options.form ? FORM_READERS[options.form].encoding : 'windows-1252'
  const marked = decodeMarked(bytes) ?? decodeWide(bytes)
  if (marked !== null) return marked
  return usual === 'declared' ? decodePage(bytes) : decodeByEvidence(bytes, usual)
}

/**
 * Recognises UTF-16 without a byte order mark, by the zero bytes beside the letters of the first line; `null`: it is
 * not.
 */
export function guessWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = Math.min(bytes.length - (bytes.length % 2), WIDE_SAMPLE)
  if (sample < MIN_WIDE_SAMPLE || (bytes[0] !== 0 && bytes[1] !== 0)) return null
  const zeroAt = bytes[0] === 0 ? 0 : 1
  for (let at = 0; at < sample; at += 2) if (bytes[at + zeroAt] !== 0 || bytes[at + 1 - zeroAt] === 0) return null
  return zeroAt === 0 ? 'utf-16be' : 'utf-16le'
}

/** Number of bytes that are checked. The start of a header is ASCII in any language. */
const WIDE_SAMPLE = 32
const MIN_WIDE_SAMPLE = 16

function decodeWide(bytes: Uint8Array): Decoded | null {
  const wide = guessWide(bytes)
  return wide === null ? null : { ...decodeAs(bytes, wide), guessed: true }
}

function decodeByEvidence(bytes: Uint8Array, usual: 'utf-8' | 'windows-1252'): Decoded {
  const text = decodeUtf8(bytes)
  if (text === null) {
    const page = guessCodePage(bytes)
    return { text: decodeCodePage(bytes, page), encoding: page, guessed: page !== usual }
  }
  const ascii = text.length === bytes.length
  return { text, encoding: ascii ? usual : 'utf-8', guessed: !ascii && usual !== 'utf-8' }
}

/** Matches a declared encoding: `<meta charset=shift_jis>`, `content="text/html; charset=windows-1252"`. */
const DECLARED = /charset\s{0,8}=\s{0,8}["']?\s{0,8}([\w:-]{2,40})/i
/** Length of the page's beginning that is searched for a declaration, as in browsers. */
const DECLARATION_BYTES = 1024
/** Number of Japanese syllables that are evidence. In other encodings such pairs of bytes are rare. */
const MIN_SYLLABLES = 8

/**
 * Decodes a page. Valid UTF-8 beyond ASCII is UTF-8, whatever the page declares. Otherwise the declared encoding counts
 * if the bytes are valid in it, then evidence: Japanese syllables in Shift-JIS, or a single-byte code page.
 */
function decodePage(bytes: Uint8Array): Decoded {
  const utf = decodeUtf8(bytes)
  if (utf !== null) return { text: utf, encoding: 'utf-8', guessed: false }
  const declared = DECLARED.exec(decodeCodePage(bytes.subarray(0, DECLARATION_BYTES), 'windows-1252'))?.[1]
  const asDeclared = declared === undefined ? null : decodeExactly(bytes, declared)
  if (asDeclared !== null) return asDeclared
  const japanese = countSyllables(bytes) >= MIN_SYLLABLES ? decodeExactly(bytes, 'shift_jis') : null
  return japanese === null ? decodeByEvidence(bytes, 'windows-1252') : { ...japanese, guessed: true }
}

/** Counts pairs of bytes that are a syllable in Shift-JIS: 82 9F to 82 F1, 83 40 to 83 96. */
function countSyllables(bytes: Uint8Array): number {
  let count = 0
  for (let index = 1; index < bytes.length; index++) {
    const [first, second] = [bytes[index - 1] ?? 0, bytes[index] ?? 0]
    const isHiragana = first === 0x82 && second >= 0x9f && second <= 0xf1
    if (isHiragana || (first === 0x83 && second >= 0x40 && second <= 0x96)) count++
  }
  return count
}

/** Decodes bytes as a label says. Returns `null` if the label is unknown, or the bytes are invalid in its encoding. */
function decodeExactly(bytes: Uint8Array, label: string): Decoded | null {
  if (CODE_PAGES.has(label.toLowerCase())) return decodeAs(bytes, label)
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    return { text: decoder.decode(bytes), encoding: decoder.encoding, guessed: false }
  } catch {
    return null
  }
}

/** Returns true if `label` names an encoding that `decode` accepts. */
export function isEncoding(label: string): boolean {
  return CODE_PAGES.has(label.toLowerCase()) || toDecoder(label) !== null
}

function decodeAs(bytes: Uint8Array, label: string): Decoded {
  const page = CODE_PAGES.get(label.toLowerCase())
  if (page !== undefined) return { text: decodeCodePage(bytes, page), encoding: page, guessed: false }
  const decoder = toDecoder(label)
  if (decoder === null) return decode(bytes)
  return { text: decoder.decode(bytes), encoding: decoder.encoding, guessed: false }
}

function toDecoder(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(label)
  } catch {
    return null
  }
}

/** Decodes UTF-8, or returns `null` if it is invalid. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}

/** Decodes a text that begins with a byte order mark, without the mark; `null`: it has none. */
function decodeMarked(bytes: Uint8Array): Decoded | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return { ...decodeByEvidence(bytes.subarray(3), 'utf-8'), guessed: true }
  if (first === 0xff && second === 0xfe) return { ...decodeAs(bytes, 'utf-16le'), guessed: true }
  if (first === 0xfe && second === 0xff) return { ...decodeAs(bytes, 'utf-16be'), guessed: true }
  return null
}
