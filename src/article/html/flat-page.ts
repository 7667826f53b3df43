/** Flattens a page to lines of text without building a tree: enough to tell whether it is an article, and which. */
import { decodeReferences } from './entities.js'
import { type ScannedPage, scanHtml } from './scan-html.js'

/** The text of a page: one line per block, the cells of a table row in one line. */
export interface FlatPage {
  readonly text: string
  /** Number of characters in `<pre>`. */
  readonly preformatted: number
  /** The text of the first `<h1>`; `title`: that of `<title>`. */
  readonly heading: string
  readonly title: string
}

const BLOCKS = new Set(
  'address article aside blockquote body br center dd dir div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 head header hr html li main menu nav ol p pre section table tr ul'.split(
    ' ',
  ),
)
const CELLS = new Set(['td', 'th'])
/**
 * Length of the text that is searched for a header, in UTF-16 code units. An article's header is near the beginning.
 */
const MAX_LENGTH = 262_144

/** Flattens a page, or the beginning of a long one. */
export function flattenPage(source: string): FlatPage {
  return flattenTags(scanHtml(source.slice(0, 4 * MAX_LENGTH)))
}

function flattenTags({ text, tags, title }: ScannedPage): FlatPage {
  const pieces: string[] = []
  let [at, length, preformatted, open, heading, inHeading] = [0, 0, 0, 0, '', false]
  const add = (from: number, to: number) => {
    const piece = text.slice(from, to)
    pieces.push(open > 0 ? piece : piece.replace(WHITE_SPACE, ' '))
    length += piece.length
    if (inHeading) heading += piece
    if (open > 0) preformatted += piece.length
  }
  for (const { name, isEnd, start, end } of tags) {
    add(at, start)
    if (length > MAX_LENGTH) break
    if (BLOCKS.has(name)) pieces.push('\n')
    else if (CELLS.has(name)) pieces.push(' ')
    if (name === 'pre') open = Math.max(0, open + (isEnd ? -1 : 1))
    // only the first `<h1>` counts: the blank that follows it makes `heading` non-empty
    if (name === 'h1' && (isEnd || heading === '')) inHeading = !isEnd
    if (name === 'h1' && isEnd && heading !== '') heading += ' '
    at = end
  }
  if (length <= MAX_LENGTH) add(at, text.length)
  return {
    text: decodeReferences(pieces.join('')).replace(BLANKS, '\n'),
    preformatted,
    heading: toLineText(heading),
    title: toLineText(title),
  }
}

function toLineText(text: string): string {
  return decodeReferences(text).replace(WHITE_SPACE, ' ').trim()
}

const WHITE_SPACE = /\s+/g
/** Matches a line end with its blanks. */
const BLANKS = / ?\n ?/g
