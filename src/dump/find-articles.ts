/**
 * From a file's bytes to the articles in it: recognises the form by content, splits a file that holds several.
 *
 * Knows forms only through `src/article`; reads no more of an article than its id and date.
 */

import { isAscii } from 'node:buffer'
import type { Form } from '../article/form-names.js'
import { peekHeader } from '../article/peek.js'
import { type ArticlePlace, splitArticles } from '../article/recognise.js'
import { decode, guessWide } from '../article/text/decode.js'
import { isQuotation } from './quotation.js'
import type { SkipReason } from './skipped.js'
import { archiveKind } from './sources.js'

/** An article before parsing. `bytes` may be a view into the file's: copy it before the next file is read. */
export interface FoundArticle {
  readonly form: Form
  readonly number: number
  /** ISO date, or null where the header has none that can be read. */
  readonly modified: string | null
  readonly bytes: Buffer
}

/** The articles of a file, at least one, or why there are none. */
export function findArticles(bytes: Buffer): readonly FoundArticle[] | SkipReason {
  const archive = archiveKind(bytes)
  if (archive !== null) return archive === 'other' ? 'archive-unread' : 'archive-inside'
  const { text, markBytes, wide } = toSearchable(bytes)
  const places = splitArticles(text)
  const articles = places.flatMap((place) => {
    const part = text.slice(place.start, place.end)
    return toFound(place, part, cutBytes(place))
  })
  if (articles.length > 0) return articles
  return places.length === 0 && isQuotation(text) ? 'quotation' : 'not-an-article'

  /** The mark at the start belongs to the first article; where characters are wide, later ones are written again. */
  function cutBytes({ start, end }: ArticlePlace): Buffer {
    if (places.length === 1) return bytes
    if (wide) return Buffer.from(`\ufeff${text.slice(start, end)}`)
    return bytes.subarray(start === 0 ? 0 : start + markBytes, end + markBytes)
  }
}

interface Searchable {
  /** One character a byte, unless `wide`. */
  readonly text: string
  /** Length of the byte order mark in front. */
  readonly markBytes: number
  /** UTF-16: characters are not bytes. */
  readonly wide: boolean
}

/** Headers are ASCII in every form, so a byte a character is enough to find them, and places are byte places. */
function toSearchable(bytes: Buffer): Searchable {
  const mark = bytes.toString('latin1', 0, 3)
  if (mark === '\xef\xbb\xbf') return { text: bytes.toString('latin1', 3), markBytes: 3, wide: false }
  if (mark.startsWith('\xff\xfe') || mark.startsWith('\xfe\xff'))
    return { text: decode(bytes).text, markBytes: 2, wide: true }
  if (guessWide(bytes) !== null) return { text: decode(bytes).text, markBytes: 0, wide: true }
  return { text: bytes.toString('latin1'), markBytes: 0, wide: false }
}

/**
 * The article of a place, if its header has a number: the one that the parser will find, in the text as it will read it. Bytes beyond ASCII may
 * mean something else to the parser than a character each: U+2028 is white space, its bytes are not.
 */
function toFound({ form }: ArticlePlace, text: string, bytes: Buffer): FoundArticle[] {
  const header = peekHeader(isAscii(bytes) ? text : decode(bytes, { form }).text, form)
  if (header === null) return []
  const { number, modified } = header
  return [{ form, number, modified, bytes }]
}
