/**
 * The words of a query as one phrase. Somebody who types half a message, or a title, wants the article that has it word
 * for word, and types no quotation marks.
 */

import { type PhraseWords, toPhraseWords } from '../analysis/phrase-words.js'
import { FIELD_NAMES } from '../fields.js'
import type { ParsedQuery } from '../query/parse-query.js'
import { recognise } from '../query/recognise.js'
import type { ArchiveIndex } from '../reader/index-reader.js'
import { findPhraseLevels } from './phrases.js'

/** More places would take a browser longer to decode than a reader waits. Two of the words tell nearly as much as all. */
const MOST_PLACES = 400_000
const FIELDS = [FIELD_NAMES.indexOf('title'), FIELD_NAMES.indexOf('body')]

/** The level of each article for the whole query (`findPhraseLevels`); null if the query cannot be a phrase. */
export async function findWholeQuery(
  index: ArchiveIndex,
  query: ParsedQuery,
  text: string,
  isTyping: boolean,
): Promise<Uint8Array | null> {
  if (!isWordsOnly(query)) return null
  const phrase = toPhrase(query, text, isTyping)
  if (!isTelling(toPhraseWords(phrase))) return null
  const { articleCount } = await index.manifest()
  return findPhraseLevels(index, { text: phrase, fields: FIELDS, presence: 'required', section: null }, articleCount, {
    comparesEnd: true,
    mostPlaces: MOST_PLACES,
  })
}

/** True if a phrase says more than its words: two words, or one among several stop words (`you must be in slide`). */
function isTelling({ words, endRun }: PhraseWords): boolean {
  return words.length > 1 || (words[0]?.stopRun.length ?? 0) + endRun.length > 1
}

function isWordsOnly({ isPlain, phrases, clauses }: ParsedQuery): boolean {
  return isPlain && phrases.length === 0 && clauses.every(({ section }) => section === null)
}

function toPhrase({ isPaste, message }: ParsedQuery, text: string, isTyping: boolean): string {
  if (isPaste) return quoteOfPaste(message ?? recognise(text, true).sought)
  return isTyping ? text.replace(UNFINISHED_WORD, '') : text
}

/** The last word of somebody who is typing, which may become another: `cannot open the fi`. */
const UNFINISHED_WORD = /(?<!\S)\S+$/

/**
 * The part of a paste that an article most likely quotes: the beginning of its longest line, which is the message. The
 * end of a line often has names of the reader's own machine.
 */
function quoteOfPaste(text: string): string {
  let longest: readonly string[] = []
  for (const line of text.slice(0, MOST_CHARACTERS).split(LINE_END)) {
    const words = line.replace(LABEL, '').trim().split(BLANKS)
    if (words.length > longest.length) longest = words
  }
  return longest.slice(0, QUOTED_WORDS).join(' ')
}

const MOST_CHARACTERS = 16_384
const QUOTED_WORDS = 8
/** The end of a line. A wide gap counts as one: something of the reader's machine was there. */
const LINE_END = /[\r\n]+| {5,}/
const BLANKS = /\s+/
/** A label at the beginning of a line: `Description: `, `Event Source:`. */
const LABEL = /^\s*[A-Za-z][A-Za-z ]{0,30}:\s*/
