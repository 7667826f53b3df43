/**
 * The text of a shard: a classic script that calls `kbShard(name, stamp, payload)`, the one thing that loads everywhere,
 * from `file://` too.
 *
 * A payload of bytes becomes characters of 15 bits, U+3000 to U+AFFF, in a file of UTF-16: 1.07 bytes a byte, where base64
 * takes 1.33. None of these is a quote, a line end or a surrogate, so nothing needs an escape. The byte order mark outranks
 * whatever charset a server or page declares (WHATWG Encoding, "decode"); Chromium and Firefox do so on `file://` and http.
 */
import type { LoadedShard, ShardFile } from './types.js'

const FIRST_CHARACTER = 0x3000
const BITS = 15
const MASK = 0x7fff
/** A payload begins with its length in bytes: 30 bits. */
const LENGTH_CHARACTERS = 2
const BYTE_ORDER_MARK = '\ufeff'

/** The script that hands over bytes. */
export function toShardFile(name: string, bytes: Uint8Array): ShardFile {
  const stamp = stampOf(bytes)
  const head = `${BYTE_ORDER_MARK}kbShard(${JSON.stringify(name)},${JSON.stringify(stamp)},"`
  const characters = LENGTH_CHARACTERS + Math.ceil((bytes.length * 8) / BITS)
  const script = new Uint8Array(2 * (head.length + characters + 3))
  const view = new DataView(script.buffer)
  const put = (text: string, from: number) => {
    for (let i = 0; i < text.length; i++) view.setUint16(2 * (from + i), text.charCodeAt(i), true)
  }
  put(head, 0)
  view.setUint16(2 * head.length, FIRST_CHARACTER + (bytes.length >>> BITS), true)
  view.setUint16(2 * head.length + 2, FIRST_CHARACTER + (bytes.length & MASK), true)
  writeCharacters(bytes, view, head.length + LENGTH_CHARACTERS)
  put('")\n', head.length + characters)
  return { name, stamp, bytes: script }
}

/** The script that hands over text: plain ASCII, readable, for the manifest. */
export function toTextShardFile(name: string, stamp: string, text: string): ShardFile {
  const literals = [name, stamp, text].map((part) => toAscii(JSON.stringify(part)))
  return { name, stamp, bytes: new TextEncoder().encode(`kbShard(${literals.join(',')})\n`) }
}

const NOT_ASCII = /[^ -~]|<\//g

/** Nothing but printable ASCII, and no `</`, which would end a script element. */
function toAscii(literal: string): string {
  return literal.replace(NOT_ASCII, (found) =>
    found === '</' ? '<\\/' : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Writes bytes as characters of 15 bits, the last one padded with zeros; `from`: the first character's index. */
function writeCharacters(bytes: Uint8Array, view: DataView, from: number): void {
  let held = 0
  let width = 0
  let at = 2 * from
  for (const byte of bytes) {
    held = (held << 8) | byte
    width += 8
    if (width < BITS) continue
    width -= BITS
    view.setUint16(at, FIRST_CHARACTER + ((held >>> width) & MASK), true)
    at += 2
    held &= (1 << width) - 1
  }
  if (width > 0) view.setUint16(at, FIRST_CHARACTER + ((held << (BITS - width)) & MASK), true)
}

/** The bytes of a payload. What isn't one gives some bytes or none, never an exception. */
export function readPayload(payload: string): Uint8Array {
  const digit = (i: number) => (payload.charCodeAt(i) - FIRST_CHARACTER) & MASK
  const most = Math.max(0, ((payload.length - LENGTH_CHARACTERS) * BITS) >>> 3)
  const bytes = new Uint8Array(Math.min(most, (digit(0) << BITS) | digit(1)))
  let held = 0
  let width = 0
  let at = 0
  for (let i = LENGTH_CHARACTERS; at < bytes.length; i++) {
    held = (held << BITS) | digit(i)
    width += BITS
    while (width >= 8) {
      width -= 8
      bytes[at++] = held >>> width
    }
    held &= (1 << width) - 1
  }
  return bytes
}

const CALL = 'kbShard('

/** Reads a shard's script without running it; null where it isn't one. */
export function parseShardScript(script: Uint8Array): LoadedShard | null {
  const wide = script[0] === 0xff && script[1] === 0xfe
  const text = new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(script)
  const parts = text.startsWith(CALL) ? parseStrings(`[${text.slice(CALL.length, text.lastIndexOf(')'))}]`) : []
  const [, stamp, payload] = parts
  return stamp === undefined || payload === undefined ? null : { stamp, payload }
}

/** A JSON list of strings; empty where it is anything else. */
function parseStrings(json: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(json)
    return Array.isArray(list) && list.every((entry) => typeof entry === 'string') ? list : []
  } catch {
    return []
  }
}

/** A hash of bytes (FNV-1a, 32 bits, base 36): tells builds apart, protects from nothing. */
export function stampOf(bytes: Uint8Array): string {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(36)
}
