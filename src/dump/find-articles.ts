/**
 * Finds the articles in a file's bytes: recognises the form by content and splits a file that holds several.
 *
 * Knows forms only through `src/article`. Reads only the id and the date of each article.
 */

import { isAscii } from 'node:buffer'
import type { Form } from '../article/form-names.js'
import { peekHeader } from '../article/peek.js'
import { type ArticlePlace, splitArticles } from '../article/recognise.js'
import { decode, guessWide } from '../article/text/decode.js'
import { isQuotation } from './quotation.js'
import type { SkipReason } from './skipped.js'
import { archiveKind } from './sources.js'

/** An article before parsing. `bytes` may be a view into the file's buffer: copy it before the next file is read. */
export interface FoundArticle {
  readonly form: Form
  readonly number: number
  /** ISO date; `null`: the header has no readable one. */
  readonly modified: string | null
  readonly bytes: Buffer
}

/** Returns the articles of a file, at least one, or the reason why there are none. */
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

  /**
   * Returns an article's bytes. The byte order mark belongs to the first article. If a UTF-16 file holds several
   * articles, they are encoded again, as UTF-8, since text offsets are not byte offsets there.
   */
  function cutBytes({ start, end }: ArticlePlace): Buffer {
    if (places.length === 1) return bytes
    if (wide) return Buffer.from(`\ufeff${text.slice(start, end)}`)
    return bytes.subarray(start === 0 ? 0 : start + markBytes, end + markBytes)
  }
}

interface Searchable {
  /** One character per byte, unless `wide`. */
  readonly text: string
  /** Length of the byte order mark, 0 if there is none. */
  readonly markBytes: number
  /** True for UTF-16, where a text offset is not a byte offset. */
  readonly wide: boolean
}

/**
 * Headers are ASCII in every form. So Latin-1, one character per byte, is enough to find them, and text offsets are
 * byte offsets.
 */
function toSearchable(bytes: Buffer): Searchable {
  const mark = bytes.toString('latin1', 0, 3)
  if (mark === '\xef\xbb\xbf') return { text: bytes.toString('latin1', 3), markBytes: 3, wide: false }
  if (mark.startsWith('\xff\xfe') || mark.startsWith('\xfe\xff'))
    return { text: decode(bytes).text, markBytes: 2, wide: true }
  if (guessWide(bytes) !== null) return { text: decode(bytes).text, markBytes: 0, wide: true }
  return { text: bytes.toString('latin1'), markBytes: 0, wide: false }
}

/**
 * Returns the article at a place, or `[]` if its header has no number.
 *
 * Bytes beyond ASCII are decoded as the parser will decode them, so that both read the same header: U+2028 is white
 * space to the parser, but its three UTF-8 bytes read as Latin-1 are not.
 */
function toFound({ form }: ArticlePlace, text: string, bytes: Buffer): FoundArticle[] {
  const header = peekHeader(isAscii(bytes) ? text : decode(bytes, { form }).text, form)
  if (header === null) return []
  const { number, modified } = header
  return [{ form, number, modified, bytes }]
}
