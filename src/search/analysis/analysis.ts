/**
 * From text to terms: Lunr's analysis and what technical text needs, as one Lunr plugin (`builder.use(kbAnalysis)`).
 *
 * Lunr alone mangles what these readers look for: `mfc42u.dll` becomes `mfc42u.dl`, `C++` becomes `c`, a registry path is
 * one token, `not` is a stop word. Here a raw token (between white space and hyphens) gives its *words*, one after the
 * other, and *extras* that stand where one of its words stands:
 *
 *     HKEY_LOCAL_MACHINE\System\Foo.dll,   words   hkey_local_machine  system  foo.dll
 *                                          extras  hkey_local_machine\system\foo.dll   foo
 *
 * Accents are left out, of text and of queries.
 */
import lunr from 'lunr'
import { FIELD_BOOSTS, FIELD_NAMES } from '../fields.js'
import { foldAccents } from './fold-accents.js'
import { STOP_CODES } from './stop-words.js'

/** Terms are cut here: no name, path or key that anyone types is longer, but pasted dumps have "words" of thousands. */
export const MAX_TERM_LENGTH = 80

/** The terms of a raw token. `extras[i]` stands at the place of `words[extraWords[i]]`. */
export interface TokenTerms {
  readonly words: readonly string[]
  readonly extras: readonly string[]
  readonly extraWords: readonly number[]
}

/** Where raw tokens end; the same set as Lunr's `/[\s\-]+/`, so that Lunr's query lexer splits alike. */
const TOKEN = /[^\s-]+/g

/** `c++` and `c#` are names; then letters, digits and `_`, joined by a dot or an apostrophe: `foo.dll`, `4.0`, `can't`. */
const WORD = /(?<![\p{L}\p{N}_])(?:[cj]\+\+|[cj]#)|[\p{L}\p{N}_]+(?:[.'’][\p{L}\p{N}_]+)*/gu

/** `65,535`: the comma of a number is left out. */
const THOUSANDS_COMMA = /(?<=\d),(?=\d{3}(?!\d))/g

/** `printer's` -> `printer`. */
const POSSESSIVE = /['’]s$/

/** Tokens that Lunr's stemmer would mangle: `mfc42u.dll`, `kbwinnt400sp5fix`, `__declspec`, `c++`, `can't`. */
const UNSTEMMED = /[^\p{L}]/u

/** `0x80004005`, and Visual Basic's `&H80004005`. */
const HEXADECIMAL = /^(?:0x|h(?=[\da-f]{8}$))(0*(?!0)|0*(?=0$))([\da-f]+)$/

/** What is also indexed whole when it has several words: paths, registry keys and URLs. */
const PATH = /^[^\\\s"'<>|()[\]{},;]*\\[^\s"'<>|()[\]{},;]*$|^[a-z]+:\/\/[^\s"'<>|()[\]{},;]*$/

/** What surrounds a token, as Lunr's trimmer has it. */
const LEADING = /^[^\p{L}\p{N}_]+/u
const TRAILING = /(?<=[\p{L}\p{N}_])[^\p{L}\p{N}_]+$/u

/** A last part such as `.dll`: worth nothing by itself. */
const EXTENSION_LENGTH = 3

/** Whether a raw token ends at this UTF-16 code: white space (`\s`) or a hyphen, as in `TOKEN`. */
export function isSeparator(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13) || code === 45
  return code === 0xa0 || (code >= 0x1680 && WIDE_SPACE.test(String.fromCharCode(code)))
}

const WIDE_SPACE = /\s/

/** All raw tokens of a text, in lower case. */
export function tokenize(text: string): readonly string[] {
  return text.toLowerCase().match(TOKEN) ?? []
}

/** The terms of a raw token (lower case, as `tokenize` gives it): what the index holds of it. */
export function toTerms(token: string): TokenTerms {
  const folded = foldAccents(token)
  const found = (folded.includes(',') ? folded.replace(THOUSANDS_COMMA, '') : folded).match(WORD) ?? []
  const words: string[] = []
  const extras: string[] = []
  const extraWords: number[] = []
  const addExtra = (extra: string) => {
    const term = cut(extra)
    if (term === '' || extras.includes(term) || words.includes(term)) return
    extras.push(term)
    extraWords.push(Math.max(0, words.length - 1))
  }
  for (const raw of found) {
    const word = cut(raw.replace(POSSESSIVE, ''))
    words.push(stem(word))
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

/** By what a word can be found besides itself: parts of a dotted name, other spellings of a hexadecimal number. */
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

/** `q214864` and `kb214864`: an article is found by its number, however that is written. */
const ARTICLE_ID = /^(?:q|kb)(?=\d{5,6}$)/

/** Names that the stemmer would take for inflected stop words, and so for nothing: `dos` for `do`. */
const UNSTEMMED_NAMES = new Set(['dos'])

/** Lunr's stem of a word of letters only, an article's id as its number; anything else, stop words too, as it is. */
function stem(word: string): string {
  if (UNSTEMMED.test(word)) return word.replace(ARTICLE_ID, '')
  if (UNSTEMMED_NAMES.has(word) || isInStopList(word)) return word
  return stemToken(new lunr.Token(word, {})).toString()
}

function cut(word: string): string {
  return word.length > MAX_TERM_LENGTH ? word.slice(0, MAX_TERM_LENGTH).replace(CUT_PAIR, '') : word
}

/** The first half of a character of two UTF-16 units, left by a cut. */
const CUT_PAIR = /[\ud800-\udbff]$/

/** The terms by which a raw token is indexed and searched for: all but stop words. */
export function indexTerms(token: string): readonly string[] {
  const { words, extras } = toTerms(token)
  return [...words, ...extras].filter((term) => !isStopWord(term))
}

/** Whether a word of a query is too common to look for. */
export function isStopWord(term: string): boolean {
  return STOP_CODES.has(term)
}

/** What a raw token adds to a text: a stop word, or a place with the terms that stand there. */
export type TokenPart =
  | { readonly type: 'stop'; readonly word: string }
  | { readonly type: 'place'; readonly terms: readonly string[] }

/**
 * The parts of a raw token, in order. A place has a word that is no stop word, and the extras that stand there:
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
    // Only a path may stand where a stop word stands, at the begin of its token.
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

/** `because`, `however`, `neither`. */
const LONGEST_IN_STOP_LIST = 7

/** A Lunr pipeline function: splits a token into its terms. */
function kbTerms(token: lunr.Token): lunr.Token[] {
  return indexTerms(token.toString()).map((term) => new lunr.Token(term, {}))
}

// Named once, so that an index can be serialised and loaded again.
lunr.Pipeline.registerFunction(kbTerms, 'kbTerms')

/**
 * The plugin: tokenizer, pipelines, ref and fields. The index it makes is the one the shards hold, so it is the oracle of
 * the tests: `lunr((builder) => { builder.use(kbAnalysis); for (const entry of searchDocs) builder.add(entry) })`.
 */
export function kbAnalysis(builder: lunr.Builder): void {
  builder.pipeline.reset()
  builder.pipeline.add(kbTerms)
  builder.searchPipeline.reset()
  builder.searchPipeline.add(kbTerms)
  builder.ref('id')
  for (const name of FIELD_NAMES) builder.field(name, { boost: FIELD_BOOSTS[name] })
}
