/**
 * From a file's bytes to the articles in it: recognises the form by content, splits a file that holds several.
 *
 * Knows forms only through `src/article`; reads no more of an article than its id and date.
 */
import { hash } from 'node:crypto'
import type { Form } from '../article/article.js'
import { peekHeader } from '../article/peek.js'
import { recogniseForm, splitArticles } from '../article/recognise.js'
import { archiveKind } from './sources.js'
import type { SkipReason } from './skipped.js'

/** An article before parsing. `bytes` is a view into the file's: copy it before the next file is read. */
export interface FoundArticle {
  readonly form: Form
  readonly number: number
  /** ISO date, or null where the header has none that can be read. */
  readonly modified: string | null
  readonly bytes: Buffer
  /** Hex, of `bytes`. */
  readonly sha256: string
}

/** The articles of a file, at least one, or why there are none. */
export function findArticles(bytes: Buffer): readonly FoundArticle[] | SkipReason {
  const archive = archiveKind(bytes)
  if (archive !== null) return 'archive-inside'
  const articles = splitArticles(bytes.latin1Slice()).flatMap(({ start, end }) => toFound(bytes.subarray(start, end)))
  return articles.length > 0 ? articles : 'not-an-article'
}

function toFound(bytes: Buffer): FoundArticle[] {
  const text = bytes.latin1Slice()
  const form = recogniseForm(text)
  if (form === null) return []
  const header = peekHeader(text, form)
  if (header === null) return []
  return [{ form, number: header.number, modified: header.modified, bytes, sha256: hash('sha256', bytes, 'hex') }]
}
