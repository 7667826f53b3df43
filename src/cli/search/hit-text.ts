/** Formats a hit for the terminal: id and title, facts, and a passage with the words of the query marked. */
import type { Article } from '../../article/article.js'
import { toPlainText } from '../../article/plain-text.js'
import { findPassage, type PassageSection } from '../../search/passage/find-passage.js'
import { markPieces } from '../../search/passage/mark-pieces.js'
import type { QueryWord, SearchCard, SearchHit } from '../../search/types.js'
import { type Colours, toTerminalLine } from '../terminal/terminal-text.js'

export interface ShownHit {
  readonly hit: SearchHit
  readonly card: SearchCard | null
  /** Null if the data of the archive is not beside its site. */
  readonly article: Article | null
}

export interface HitStyle {
  readonly words: readonly QueryWord[]
  readonly colours: Colours
  readonly columns: number
}

const ID_WIDTH = 8
const MARGIN = ' '.repeat(ID_WIDTH + 1)
const PASSAGE_LINES = 2
/** Most missing words that are named. For a pasted error message, most words are missing. */
const MOST_MISSING = 4

/** Formats a hit as lines, with an empty one at the end. */
export function toHitText({ hit, card, article }: ShownHit, { words, colours, columns }: HitStyle): string {
  const width = columns - MARGIN.length
  const fit = (text: string) => cut(toTerminalLine(text), width)
  const marks = new Set(words.flatMap(({ terms }) => terms))
  const mark = (text: string) =>
    markPieces(text, marks)
      .map((piece) => (piece.marked ? colours.marked(piece.text) : piece.text))
      .join('')
  const lines = [colours.faint(fit(factsOf(hit, card))), ...passageLines(card, article, words, width).map(mark)].filter(
    (line) => line !== '',
  )
  const title = colours.strong(fit(card?.title ?? ''))
  return [`${colours.marked(hit.id.padEnd(ID_WIDTH))} ${title}`, ...lines.map((line) => MARGIN + line), ''].join('\n')
}

/** `exchange  PRB  1999-11-21  without: spooler` */
function factsOf({ missing }: SearchHit, card: SearchCard | null): string {
  const more = missing.length > MOST_MISSING ? ', ...' : ''
  const without = missing.length === 0 ? null : `without: ${missing.slice(0, MOST_MISSING).join(', ')}${more}`
  return [card?.product.code ?? card?.product.name, card?.type, card?.modified, without].filter(Boolean).join('  ')
}

/** The lines of the passage, with the heading of its section; if there is no passage, the summary. */
function passageLines(
  card: SearchCard | null,
  article: Article | null,
  words: readonly QueryWord[],
  width: number,
): readonly string[] {
  const passage =
    article === null ? null : findPassage(toSections(article), words, PASSAGE_LINES * width - PASSAGE_SLACK)
  if (passage === null) return [cut(toTerminalLine(card?.summary ?? ''), width)]
  const heading = passage.heading === null ? '' : `${passage.heading}: `
  return wrap(toTerminalLine(heading + passage.pieces.map(({ text }) => text).join('')), width)
}

/** Characters that are reserved for the heading, and for lines that end early because a word does not fit. */
const PASSAGE_SLACK = 30

/** The sections of an article as plain text, without their headings. */
function toSections({ sections }: Article): readonly PassageSection[] {
  return sections.map((section) => ({
    heading: section.heading?.text ?? null,
    text: toPlainText({ ...section, heading: null }),
  }))
}

/** Wraps a text into lines of at most `width` characters; cuts longer words. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].map((each) => cut(each, width))
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 3)}...`
}
