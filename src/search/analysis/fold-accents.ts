/**
 * Removes accents, in the index and in queries, so that `cafe` finds `café` and the other way round.
 */

/** Letters that Unicode does not decompose. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}
const WHOLE_LETTER = /[ßæœøđðłþı]/g

/**
 * Accents of Latin, Greek and Cyrillic letters. Marks of other scripts, such as Japanese, stay: they tell words apart.
 */
const ACCENTS = /[\u0300-\u036f]/g

const NOT_ASCII = /[^\0-\x7f]/

/** A text in lower case without accents: `ångström` -> `angstrom`, `straße` -> `strasse`. */
export function foldAccents(text: string): string {
  if (!NOT_ASCII.test(text)) return text
  const bare = text.normalize('NFD').replace(ACCENTS, '').normalize('NFC')
  return bare.replace(WHOLE_LETTER, (letter) => PLAIN_LETTERS[letter] ?? letter)
}
