/**
 * Analysis, from text to terms: Lunr's, adapted to technical text, as one Lunr plugin (`builder.use(kbAnalysis)`).
 *
 * Lunr alone mangles what readers of these articles look for: `mfc42u.dll` becomes `mfc42u.dl`, `C++` becomes `c`, a
 * registry path is one token, `not` is a stop word. Here a raw token (the text between white space and hyphens) gives
 * *words*, one after the other, and *extras*, each at the place of one of the words:
 *
 *     HKEY_LOCAL_MACHINE\System\Foo.dll,   words   hkey_local_machine  system  foo.dll
 *                                          extras  hkey_local_machine\system\foo.dll   foo
 *
 * Accents are removed, in text and in queries.
 */
import lunr from 'lunr'
import { FIELD_BOOSTS, FIELD_NAMES } from '../fields.js'
import { foldAccents } from './fold-accents.js'
import { STOP_CODES } from './stop-words.js'

/** Terms are cut to this length. Nobody types a longer name, path or key, but pasted dumps have much longer "words". */
export const MAX_TERM_LENGTH = 80

/** The terms of a raw token. `extras[i]` is at the place of `words[extraWords[i]]`. */
export interface TokenTerms {
  readonly words: readonly string[]
  readonly extras: readonly string[]
  readonly extraWords: readonly number[]
}

/** A raw token. It ends where Lunr's `/[\s\-]+/` matches, so that Lunr's query lexer splits alike. */
const TOKEN = /[^\s-]+/g

/** A word: `c++`, `c#`, or letters, digits and `_`, joined by a dot or an apostrophe: `foo.dll`, `4.0`, `can't`. */
const WORD = /(?<![\p{L}\p{N}_])(?:[cj]\+\+|[cj]#)|[\p{L}\p{N}_]+(?:[.'’][\p{L}\p{N}_]+)*/gu

/** The comma within a number, which is removed: `65,535`. */
const THOUSANDS_COMMA = /(?<=\d),(?=\d{3}(?!\d))/g

/** `printer's` -> `printer`. */
const POSSESSIVE = /['’]s$/

/** Tokens that Lunr's stemmer would mangle: `mfc42u.dll`, `kbwinnt400sp5fix`, `__declspec`, `c++`, `can't`. */
const UNSTEMMED = /[^\p{L}]/u

/** `0x80004005`, and Visual Basic's `&H80004005`. */
const HEXADECIMAL = /^(?:0x|h(?=[\da-f]{8}$))(0*(?!0)|0*(?=0$))([\da-f]+)$/

/** Paths, registry keys and URLs. If they have several words, they are also indexed whole. */
const PATH = /^[^\\\s"'<>|()[\]{},;]*\\[^\s"'<>|()[\]{},;]*$|^[a-z]+:\/\/[^\s"'<>|()[\]{},;]*$/

/** Signs around a token, as Lunr's trimmer has them. */
const LEADING = /^[^\p{L}\p{N}_]+/u
const TRAILING = /(?<=[\p{L}\p{N}_])[^\p{L}\p{N}_]+$/u

/** A last part of this length or shorter, such as `.dll`, is not indexed by itself. */
const EXTENSION_LENGTH = 3

/** True if a raw token ends at this UTF-16 code: white space (`\s`) or a hyphen, as in `TOKEN`. */
export function isSeparator(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13) || code === 45
  return code === 0xa0 || (code >= 0x1680 && WIDE_SPACE.test(String.fromCharCode(code)))
}

const WIDE_SPACE = /\s/

/** All raw tokens of a text, in lower case. */
export function tokenize(text: string): readonly string[] {
  return text.toLowerCase().match(TOKEN) ?? []
}

/** The terms of a raw token, which must be in lower case, as from `tokenize`. */
export function toTerms(token: string): TokenTerms {
  const folded = foldAccents(token)
  const found = (folded.includes(',') ? folded.replace(THOUSANDS_COMMA, '') : folded).match(WORD) ?? []
  const words: string[] = []
  const extras: string[] = []
  const extraWords: number[] = []
  const known = new Set<string>()
  const addExtra = (extra: string) => {
    const term = cut(extra)
    if (term === '' || known.has(term)) return
    known.add(term)
    extras.push(term)
    extraWords.push(Math.max(0, words.length - 1))
  }
  for (const raw of found) {
    const word = cut(raw.replace(POSSESSIVE, ''))
    const stemmed = stem(word)
    words.push(stemmed)
    known.add(stemmed)
    for (const part of partsOf(word)) addExtra(part)
  }
  if (found.length > 1 && PATH.test(folded)) {
    const whole = cut(folded.replace(LEADING, '').replace(TRAILING, ''))
    if (whole !== '' && !words.includes(whole)) {
      extras.push(whole)
      extraWords.push(0)
    }
  }
  return { words, extras, extraWords }
}

/** Further terms that find a word: the parts of a dotted name, other spellings of a hexadecimal number. */
function partsOf(word: string): readonly string[] {
  const hexadecimal = HEXADECIMAL.exec(word)
  if (hexadecimal !== null) {
    const [, zeros = '', digits = ''] = hexadecimal
    const all = zeros + digits
    return all.length < 4 ? [`0x${digits}`] : [all, `0x${digits}`]
  }
  const bare = word.replace(/^_+/, '')
  if (!word.includes('.')) return bare === word ? [] : [stem(bare)]
  const parts = word.split('.')
  const last = parts.length - 1
  return parts
    .filter((part, i) => part.length > 1 && /\p{L}/u.test(part) && (i < last || part.length > EXTENSION_LENGTH))
    .map(stem)
}

const stemToken = lunr.stemmer

/** The prefix of an article id, as in `q214864` and `kb214864`. Any spelling finds the article by its number. */
const ARTICLE_ID = /^(?:q|kb)(?=\d{5,6}$)/

/** Names that the stemmer would turn into a stop word, so that they find nothing: `dos` into `do`. */
const UNSTEMMED_NAMES = new Set(['dos'])

/** Lunr's stem of a word of letters; the number of an article id. Stop words and anything else stay as they are. */
function stem(word: string): string {
  if (UNSTEMMED.test(word)) return word.replace(ARTICLE_ID, '')
  if (UNSTEMMED_NAMES.has(word) || isInStopList(word)) return word
  return stemToken(new lunr.Token(word, {})).toString()
}

function cut(word: string): string {
  return word.length > MAX_TERM_LENGTH ? word.slice(0, MAX_TERM_LENGTH).replace(CUT_PAIR, '') : word
}

/** The first half of a character of two UTF-16 units, at the end of a cut term. */
const CUT_PAIR = /[\ud800-\udbff]$/

/** The terms of a raw token for the index and for queries: all but stop words. */
export function indexTerms(token: string): readonly string[] {
  const { words, extras } = toTerms(token)
  return [...words, ...extras].filter((term) => !isStopWord(term))
}

/** True for a stop word, which is too common to look for. */
export function isStopWord(term: string): boolean {
  return STOP_CODES.has(term)
}

/** A part of a raw token: a stop word, or a place with its terms. */
export type TokenPart =
  | { readonly type: 'stop'; readonly word: string }
  | { readonly type: 'place'; readonly terms: readonly string[] }

/**
 * The parts of a raw token, in order. A place has a word that is no stop word, and the extras of that word:
 *
 *     the\foo.dll    stop  the      place  foo.dll  the\foo.dll  foo
 *     and\or         place  and\or   (a path of stop words only is one word)
 */
export function toParts(token: string): readonly TokenPart[] {
  const { words, extras, extraWords } = toTerms(token)
  const termsAt = words.map((word) => (isStopWord(word) ? null : [word]))
  const homeless: string[] = []
  for (const [i, extra] of extras.entries()) {
    if (isStopWord(extra)) continue
    // An extra of a stop word can only be a path, at the beginning of its token. It moves to the first place.
    const home = termsAt[extraWords[i] ?? 0] ?? termsAt.find((terms) => terms !== null) ?? homeless
    home.push(extra)
  }
  if (homeless.length > 0) return [{ type: 'place', terms: homeless }]
  return words.map((word, at) => {
    const terms = termsAt[at] ?? null
    return terms === null ? { type: 'stop', word } : { type: 'place', terms }
  })
}

function isInStopList(word: string): boolean {
  return word.length <= LONGEST_IN_STOP_LIST && lunr.stopWordFilter(new lunr.Token(word, {})) === undefined
}

/** The length of the longest words in Lunr's stop list: `because`, `however`, `neither`. */
const LONGEST_IN_STOP_LIST = 7

/** A Lunr pipeline function: splits a token into its terms. */
function kbTerms(token: lunr.Token): lunr.Token[] {
  return indexTerms(token.toString()).map((term) => new lunr.Token(term, {}))
}

// Registered by name, so that an index can be serialised and loaded again.
lunr.Pipeline.registerFunction(kbTerms, 'kbTerms')

/**
 * The plugin: tokenizer, pipelines, ref and fields. An index made with it has the content of the shards, so it is the
 * oracle of the tests:
 *
 *     lunr((builder) => { builder.use(kbAnalysis); for (const entry of searchDocs) builder.add(entry) })
 */
export function kbAnalysis(builder: lunr.Builder): void {
  builder.pipeline.reset()
  builder.pipeline.add(kbTerms)
  builder.searchPipeline.reset()
  builder.searchPipeline.add(kbTerms)
  builder.ref('id')
  for (const name of FIELD_NAMES) builder.field(name, { boost: FIELD_BOOSTS[name] })
}
