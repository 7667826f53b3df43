/**
 * The single-byte code pages of old dumps, and how to tell them apart. Byte and character are one to one, so nothing is lost.
 *
 * Windows-1252 is the rule of the corpus; CP437 and CP850 (MS-DOS) are taken only on evidence: `s\x81d` is `süd` there.
 */

/** A code page of one byte a character. */
export type CodePage = 'windows-1252' | 'cp437' | 'cp850'

/** 80h to 9Fh in Windows-1252; the five it leaves undefined stay the control characters of those numbers. */
const WINDOWS_1252_C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
/** 80h to FFh in the code page of the first IBM PC. */
const CP437_HIGH =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»' +
  '░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
  'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'
/** 80h to FFh in the code page of western European MS-DOS. */
const CP850_HIGH =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»' +
  '░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀' +
  'ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'

/** A character's code, for each byte. */
const TABLES: Readonly<Record<CodePage, Uint16Array>> = {
  'windows-1252': toTable(0x80, WINDOWS_1252_C1),
  cp437: toTable(0x80, CP437_HIGH),
  cp850: toTable(0x80, CP850_HIGH),
}

/** Latin-1 with the characters of `text` from `first` on. */
function toTable(first: number, text: string): Uint16Array {
  const table = Uint16Array.from({ length: 256 }, (_, byte) => byte)
  for (let index = 0; index < text.length; index++) table[first + index] = text.charCodeAt(index)
  return table
}

/** As many characters as one call takes without a deep stack. */
const CHUNK = 8192

/** Every byte as one character. */
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

/** Whether a page has a letter at a byte above 7Fh. */
function toLetters(high: string): ReadonlySet<number> {
  const bytes = [...high].flatMap((character, index) => (/\p{L}/u.test(character) ? [0x80 + index] : []))
  return new Set(bytes)
}
const DOS_LETTERS = toLetters(CP437_HIGH.slice(0, 0x26))
const CP850_ONLY_LETTERS = new Set([0x9b, 0x9d, 0xb5, 0xb6, 0xb7, 0xc6, 0xc7, 0xd0, 0xd2, 0xd3, 0xd4, 0xd6, 0xd7, 0xd8])
/** Horizontal and vertical lines and corners, single and double. */
const DOS_LINES = new Set([
  0xb3, 0xba, 0xbf, 0xc0, 0xc4, 0xc9, 0xcd, 0xd9, 0xda, 0xbb, 0xbc, 0xc8, 0xdb, 0xb0, 0xb1, 0xb2,
])

/** Signs of MS-DOS that are enough: one alone may be a damaged byte (Q229148). */
const ENOUGH_SIGNS = 2

/**
 * The code page that the bytes above 7Fh speak for.
 *
 * For MS-DOS: a byte of 80h-A5h inside a word, which is punctuation or nothing in Windows-1252 but a letter there; a run of
 * line-drawing bytes. For Windows-1252: a byte of C0h-FFh inside a word, which is a letter there but a line or a sign in MS-DOS.
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

/** A no-break space and the apostrophe of Windows-1252 stand between letters, too. */
const NO_SIGNS = new Set([0x92, 0xa0])

function readSign(byte: number, bytes: Uint8Array, index: number): 'dos' | 'cp850' | 'windows' | null {
  if (NO_SIGNS.has(byte)) return null
  if (DOS_LINES.has(byte) && (bytes[index - 1] === byte || bytes[index + 1] === byte)) return 'dos'
  if (!isInsideWord(bytes, index)) return null
  if (DOS_LETTERS.has(byte)) return 'dos'
  if (CP850_ONLY_LETTERS.has(byte)) return 'cp850'
  return byte >= 0xc0 && byte !== SHARP_S ? 'windows' : null
}

/** The sharp s of MS-DOS and the a acute of Windows. */
const SHARP_S = 0xe1

/** Letters on both sides, and no other byte of the kind beside them: runs of such bytes are no words (Q242367). */
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
