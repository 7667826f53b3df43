/**
 * The single-byte code pages of old dumps, and how to tell them apart. Bytes and characters are one to one, so nothing
 * is lost.
 *
 * Nearly all of the corpus is Windows-1252. CP437 and CP850 (MS-DOS) need evidence: `s\x81d` is `süd` there.
 */

/** A code page with one byte per character. */
export type CodePage = 'windows-1252' | 'cp437' | 'cp850'

/** 80h to 9Fh in Windows-1252. The five undefined bytes become the control characters of the same number. */
const WINDOWS_1252_C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
/** 80h to FFh in CP437, the code page of the first IBM PC. */
const CP437_HIGH =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»' +
  '░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
  'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'
/** 80h to FFh in CP850, the code page of western European MS-DOS. */
const CP850_HIGH =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»' +
  '░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀' +
  'ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'

/** The UTF-16 code unit of each byte. */
const TABLES: Readonly<Record<CodePage, Uint16Array>> = {
  'windows-1252': toTable(0x80, WINDOWS_1252_C1),
  cp437: toTable(0x80, CP437_HIGH),
  cp850: toTable(0x80, CP850_HIGH),
}

/** Returns a table of Latin-1 in which the characters of `text` replace those from `first` on. */
function toTable(first: number, text: string): Uint16Array {
  const table = Uint16Array.from({ length: 256 }, (_, byte) => byte)
  for (let index = 0; index < text.length; index++) table[first + index] = text.charCodeAt(index)
  return table
}

/** Characters per call of `String.fromCharCode`, few enough for the stack. */
const CHUNK = 8192

/** Decodes each byte to one character. */
export function decodeCodePage(bytes: Uint8Array, page: CodePage): string {
  const table = TABLES[page]
  const codes = new Uint16Array(Math.min(CHUNK, bytes.length))
  let text = ''
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const count = Math.min(CHUNK, bytes.length - from)
    for (let index = 0; index < count; index++) codes[index] = table[bytes[from + index] ?? 0] ?? 0
    text += String.fromCharCode(...codes.subarray(0, count))
  }
  return text
}

/** Returns the bytes of letters, for the characters of a code page from 80h on. */
function toLetters(high: string): ReadonlySet<number> {
  const bytes = [...high].flatMap((character, index) => (/\p{L}/u.test(character) ? [0x80 + index] : []))
  return new Set(bytes)
}
const DOS_LETTERS = toLetters(CP437_HIGH.slice(0, 0x26))
const CP850_ONLY_LETTERS = new Set([0x9b, 0x9d, 0xb5, 0xb6, 0xb7, 0xc6, 0xc7, 0xd0, 0xd2, 0xd3, 0xd4, 0xd6, 0xd7, 0xd8])
/** Horizontal and vertical lines, corners and shades. */
const DOS_LINES = new Set([
  0xb3, 0xba, 0xbf, 0xc0, 0xc4, 0xc9, 0xcd, 0xd9, 0xda, 0xbb, 0xbc, 0xc8, 0xdb, 0xb0, 0xb1, 0xb2,
])

/** Number of MS-DOS signs that are evidence. A single one may be a damaged byte (Q229148). */
const ENOUGH_SIGNS = 2

/**
 * Guesses the code page from the bytes above 7Fh.
 *
 * Signs of MS-DOS: a byte of 80h-A5h inside a word, a letter there but punctuation or undefined in Windows-1252; two
 * equal line-drawing bytes in a row. Signs of Windows-1252: a byte of C0h-FFh inside a word, a letter there but a line
 * or a symbol in MS-DOS.
 */
export function guessCodePage(bytes: Uint8Array): CodePage {
  const signs = { dos: 0, cp850: 0, windows: 0 }
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0
    if (byte < 0x80) continue
    const sign = readSign(byte, bytes, index)
    if (sign !== null) signs[sign]++
  }
  if (signs.dos < ENOUGH_SIGNS || signs.dos <= 2 * signs.windows) return 'windows-1252'
  return signs.cp850 > 0 ? 'cp850' : 'cp437'
}

/** Windows-1252's apostrophe and no-break space: they occur between letters, too. */
const NO_SIGNS = new Set([0x92, 0xa0])

function readSign(byte: number, bytes: Uint8Array, index: number): 'dos' | 'cp850' | 'windows' | null {
  if (NO_SIGNS.has(byte)) return null
  if (DOS_LINES.has(byte) && (bytes[index - 1] === byte || bytes[index + 1] === byte)) return 'dos'
  if (!isInsideWord(bytes, index)) return null
  if (DOS_LETTERS.has(byte)) return 'dos'
  if (CP850_ONLY_LETTERS.has(byte)) return 'cp850'
  return byte >= 0xc0 && byte !== SHARP_S ? 'windows' : null
}

/** The sharp s of MS-DOS, and the a acute of Windows-1252. */
const SHARP_S = 0xe1

/**
 * Returns true for a byte between two ASCII letters, with no other high byte near. Runs of high bytes are no words
 * (Q242367).
 */
function isInsideWord(bytes: Uint8Array, index: number): boolean {
  return (
    isLetter(bytes[index - 1] ?? 0) &&
    isLetter(bytes[index + 1] ?? 0) &&
    (bytes[index - 2] ?? 0) < 0x80 &&
    (bytes[index + 2] ?? 0) < 0x80
  )
}

function isLetter(byte: number): boolean {
  const small = byte | 0x20
  return small >= 0x61 && small <= 0x7a
}
