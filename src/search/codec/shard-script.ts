/**
 * The script of a shard: a classic script that calls `kbShard(name, stamp, payload)`. Nothing else loads everywhere,
 * from `file://` too.
 *
 * The file is UTF-16, and a character of the payload holds two bytes, which is smaller than base64. Characters that a
 * string or a text cannot hold (quotes, line ends, halves of surrogate pairs) are written as two, `ESCAPE` and a code.
 * One character in 32 would be half of a pair. So the five high bits of each 64 characters are changed (XOR) by a key
 * that leaves as few of them surrogates as possible.
 *
 *     payload   group*  odd-end?
 *     group     keys  character x 192          fewer characters in the last group
 *     keys      key x 3                        one character: 5 bits for each 64 characters, the first key highest
 *     odd-end   ODD_END  FIRST_CODE + byte     the last byte of an odd number of bytes
 *
 * The byte order mark outranks any charset that a server or page declares (WHATWG Encoding, "decode"). Chromium and
 * Firefox follow this on `file://` and http.
 */
import type { LoadedShard, ShardFile } from '../types.js'

const BYTE_ORDER_MARK = '\ufeff'
const ESCAPE = 1
/** Stands before the last byte of an odd number of bytes. */
const ODD_END = 2
/**
 * Characters that are escaped, other than surrogates, in the order of their codes: NUL, the two marks, line ends ...
 */
const ESCAPED = [0, ESCAPE, ODD_END, 0x0a, 0x0d, 0x22, 0x5c, 0x2028, 0x2029, 0xfeff, 0xfffe, 0xffff]
/** The first code after `ESCAPE` of the characters in `ESCAPED`; `FIRST_SURROGATE_CODE` is that of the surrogates. */
const FIRST_CODE = 0x100
const FIRST_SURROGATE = 0xd800
const LAST_SURROGATE = 0xdfff
const FIRST_SURROGATE_CODE = 0x200

/** Characters that share a key. With more, often no key avoids all surrogates; with fewer, the keys take more space. */
const KEYED = 64
const KEYS_IN_CHARACTER = 3
const GROUP = KEYED * KEYS_IN_CHARACTER
const KEY_BITS = 5
const HIGH_SHIFT = 16 - KEY_BITS

/** Makes the script that hands over bytes. */
export function toShardFile(name: string, bytes: Uint8Array): ShardFile {
  const stamp = stampOf(bytes)
  const head = `${BYTE_ORDER_MARK}kbShard(${JSON.stringify(name)},${JSON.stringify(stamp)},"`
  const script = new Uint16Array(head.length + bytes.length + 2 * Math.ceil(bytes.length / (2 * GROUP)) + 6)
  let end = 0
  const put = (text: string) => {
    for (let i = 0; i < text.length; i++) script[end++] = text.charCodeAt(i)
  }
  put(head)
  end = writeCharacters(bytes, script, end)
  put('")\n')
  return { name, stamp, bytes: toLittleEndian(script.subarray(0, end)) }
}

function toLittleEndian(characters: Uint16Array): Uint8Array {
  const bytes = new Uint8Array(characters.length * 2)
  for (let i = 0; i < characters.length; i++) {
    const code = characters[i] ?? 0
    bytes[2 * i] = code & 0xff
    bytes[2 * i + 1] = code >>> 8
  }
  return bytes
}

/** Makes the script that hands over text, in plain readable ASCII, for the manifest. */
export function toTextShardFile(name: string, stamp: string, text: string): ShardFile {
  const literals = [name, stamp, text].map((part) => toAscii(JSON.stringify(part)))
  return { name, stamp, bytes: new TextEncoder().encode(`kbShard(${literals.join(',')})\n`) }
}

const NOT_ASCII = /[^ -~]|<\//g

/** Escapes everything except printable ASCII, and also `</`, which would end a script element. */
function toAscii(literal: string): string {
  return literal.replace(NOT_ASCII, (found) =>
    found === '</' ? '<\\/' : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Writes two bytes in each character, from index `from`; returns the index after the last one. */
function writeCharacters(bytes: Uint8Array, script: Uint16Array, from: number): number {
  const count = bytes.length >>> 1
  let at = from
  const put = (character: number) => {
    const code = escapeOf(character)
    if (code !== 0) script[at++] = ESCAPE
    script[at++] = code === 0 ? character : code
  }
  for (let group = 0; group < count; group += GROUP) {
    const keys = chooseKeys(bytes, group)
    put(keys)
    const end = Math.min(count, group + GROUP)
    for (let i = group; i < end; i++) put(characterAt(bytes, i) ^ maskOf(keys, i - group))
  }
  if (bytes.length % 2 === 0) return at
  script[at++] = ODD_END
  script[at++] = FIRST_CODE + (bytes[bytes.length - 1] ?? 0)
  return at
}

function characterAt(bytes: Uint8Array, index: number): number {
  return ((bytes[2 * index] ?? 0) << 8) | (bytes[2 * index + 1] ?? 0)
}

/** The keys of a group, in one character; `group`: the index of its first character. */
function chooseKeys(bytes: Uint8Array, group: number): number {
  let keys = 0
  for (let from = group; from < group + GROUP; from += KEYED) keys = (keys << KEY_BITS) | chooseKey(bytes, from)
  return keys
}

/** The key that makes the fewest characters surrogates: it turns the rarest high bits into those of surrogates. */
function chooseKey(bytes: Uint8Array, from: number): number {
  const counts = new Uint8Array(1 << KEY_BITS)
  const end = Math.min(bytes.length >>> 1, from + KEYED)
  for (let i = from; i < end; i++) {
    const high = characterAt(bytes, i) >>> HIGH_SHIFT
    counts[high] = (counts[high] ?? 0) + 1
  }
  return counts.indexOf(Math.min(...counts)) ^ (FIRST_SURROGATE >>> HIGH_SHIFT)
}

/** The bits to change in a character, by its index in its group. */
function maskOf(keys: number, index: number): number {
  const shift = KEY_BITS * (KEYS_IN_CHARACTER - 1 - Math.floor(index / KEYED))
  return ((keys >>> shift) & ((1 << KEY_BITS) - 1)) << HIGH_SHIFT
}

/** The code written after `ESCAPE` in place of a character; 0 if the character is written as it is. */
function escapeOf(character: number): number {
  if (character >= FIRST_SURROGATE && character <= LAST_SURROGATE) {
    return FIRST_SURROGATE_CODE + character - FIRST_SURROGATE
  }
  if (character > 0x5c && character < 0x2028) return 0
  const index = ESCAPED.indexOf(character)
  return index < 0 ? 0 : FIRST_CODE + index
}

/** The bytes of a payload. A text that is no payload gives some bytes or none, never an exception. */
export function readPayload(payload: string): Uint8Array {
  const bytes = new Uint8Array(payload.length * 2)
  let end = 0
  let keys = 0
  /** The index of the next character in its group; -1 if the keys come next. */
  let index = -1
  for (let i = 0; i < payload.length; i++) {
    const code = payload.charCodeAt(i)
    if (code === ODD_END) {
      bytes[end++] = payload.charCodeAt(++i) - FIRST_CODE
      break
    }
    const character = code === ESCAPE ? escapedBy(payload.charCodeAt(++i)) : code
    if (index < 0) keys = character
    else {
      const changed = character ^ maskOf(keys, index)
      bytes[end++] = changed >>> 8
      bytes[end++] = changed & 0xff
    }
    index = index + 1 === GROUP ? -1 : index + 1
  }
  return bytes.subarray(0, end)
}

function escapedBy(code: number): number {
  if (code >= FIRST_SURROGATE_CODE) return FIRST_SURROGATE + code - FIRST_SURROGATE_CODE
  return ESCAPED[code - FIRST_CODE] ?? 0
}

const CALL = 'kbShard('
const UTF16_MARK = [0xff, 0xfe]

/** Reads a shard's script without running it; null if it is not one. */
export function parseShardScript(script: Uint8Array): LoadedShard | null {
  const isWide = UTF16_MARK.every((byte, i) => script[i] === byte)
  const text = new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(script)
  if (!text.startsWith(CALL)) return null
  const [, stamp, payload] = isWide
    ? quotedParts(text)
    : parseStrings(`[${text.slice(CALL.length, text.lastIndexOf(')'))}]`)
  return stamp === undefined || payload === undefined ? null : { stamp, payload }
}

/** The texts in quotes. The strings of such a script hold no quote themselves. */
function quotedParts(text: string): readonly string[] {
  return text.split('"').filter((_, i) => i % 2 === 1)
}

/** A JSON list of strings; empty for anything else. */
function parseStrings(json: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(json)
    return Array.isArray(list) && list.every((entry) => typeof entry === 'string') ? list : []
  } catch {
    return []
  }
}

/** A hash of bytes (FNV-1a, 32 bits, base 36). It tells builds apart; it is no protection. */
export function stampOf(bytes: Uint8Array): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}
