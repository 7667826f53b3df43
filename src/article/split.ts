/**
 * One file's bytes to the bytes of its articles, so that each article keeps its own bytes, hash and line numbers.
 *
 * Positions are found in a reading of one character a byte: the headers are ASCII in every encoding but UTF-16, which has two.
 */
import type { Form } from './article.js'
import { decodeCodePage } from './code-pages.js'
import { decode } from './decode.js'
import { splitArticles } from './recognise.js'

export interface ArticleBytes {
  readonly form: Form
  readonly bytes: Uint8Array
}

/** The articles in a file; `[]` where it has none. A file that is one article gives back its own bytes. */
export function splitFile(bytes: Uint8Array): ArticleBytes[] {
  const { text, encoding } = decode(bytes)
  const width = encoding.startsWith('utf-16') ? 2 : 1
  const places = splitArticles(
    width === 2 || text.length === bytes.length ? text : decodeCodePage(bytes, 'windows-1252'),
  )
  const [only] = places
  if (only !== undefined && places.length === 1) return [{ form: only.form, bytes }]
  const mark = width === 2 ? bytes.subarray(0, 2) : new Uint8Array(0)
  return places.map(({ form, start, end }) => {
    const own = bytes.subarray(mark.length + start * width, mark.length + end * width)
    return { form, bytes: start === 0 || width === 1 ? own : join(mark, own) }
  })
}

/** An article out of a UTF-16 file gets the file's byte order mark. */
function join(mark: Uint8Array, bytes: Uint8Array): Uint8Array {
  const joined = new Uint8Array(mark.length + bytes.length)
  joined.set(mark)
  joined.set(bytes, mark.length)
  return joined
}
