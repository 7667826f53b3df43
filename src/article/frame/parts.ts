/**
 * Takes a text apart from both ends towards the middle: header, keyword block and legal notice, query words, product list. What is left
 * is the text itself.
 */

import type { AppliesTo, KeywordBlock, Section } from '../article.js'
import type { Form } from '../form-names.js'
import { FORM_READERS } from '../forms/forms.js'
import type { Opening } from '../header/header.js'
import { readPageParts } from '../html/page-article.js'
import type { Report } from '../problems.js'
import { type Line, splitLines } from '../text/lines.js'
import { readAppliesTo } from './applies-to.js'
import { cutEnding } from './endings.js'
import { readKeywordBlock } from './keyword-block.js'
import { type Legacy, readLegacy } from './legacy.js'
import { cutLegal, type Legal, readLegal } from './legal.js'
import type { Part, Range } from './part.js'
import { type QueryWords, readQueryWords } from './query-words.js'
import { readWebFrame } from './web-frame.js'

/** An article's parts, each with its lines; every line that shows something is in one of them. */
export interface ArticleParts extends Preamble {
  readonly opening: Opening
  readonly queryWords: Part<QueryWords> | null
  readonly keywordBlock: Part<KeywordBlock> | null
  readonly legal: Part<Legal> | null
  /** What stands after the last line and is no part of the article. */
  readonly end: Range | null
  /** Navigation between the lines of a page. */
  readonly omitted: readonly Range[]
  /** The sections, where the page's tags gave them; `null`: `notice` and `text` are still to be read. */
  readonly sections: readonly Section[] | null
}

/** Takes an article's text apart. Each step leaves its rest to the next one. */
export function readParts(form: Form, text: string, report: Report): ArticleParts {
  const { frame, readOpening } = FORM_READERS[form]
  const opening = readOpening(splitLines(text), report)
  const { lines, range } = cutEnding(opening.rest)
  const shared = { opening, end: joinRanges(opening.end, range), sections: null }
  switch (frame) {
    case 'raw':
      return { ...shared, ...readRawFrame(lines, report) }
    case 'web':
      return { ...shared, ...readWebFrame(lines, report), legacy: null }
    case 'page':
      return readPageFrame(opening, text, report)
    case 'none':
      return { ...shared, ...readNoFrame(lines, report) }
    default:
      return frame satisfies never
  }
}

/** A page has its sections from its tags; its lines belong to no part alone. */
function readPageFrame(opening: Opening, text: string, report: Report): ArticleParts {
  const { frame, sections, header, omitted } = readPageParts(text, opening.header.title, report)
  const { appliesTo, queryWords, keywordBlock, legal } = frame
  return {
    opening: { ...opening, range: header },
    ...{ appliesTo, queryWords, keywordBlock, legal, sections, omitted },
    ...{ end: null, legacy: null, notice: [], text: [] },
  }
}

function joinRanges(first: Range | null, second: Range | null): Range | null {
  if (first === null || second === null) return first ?? second
  return [Math.min(first[0], second[0]), Math.max(first[1], second[1])]
}

type FrameParts = Omit<ArticleParts, 'opening' | 'end' | 'sections'>

/** CD pages have neither product list, keyword block nor notice: a rule at their end belongs to a drawing (Q29830). */
function readNoFrame(lines: readonly Line[], report: Report): FrameParts {
  const queryWords = readWords(lines, report)
  const text = queryWords?.rest ?? lines
  return { queryWords, keywordBlock: null, legal: null, legacy: null, appliesTo: null, notice: [], text, omitted: [] }
}

function readRawFrame(lines: readonly Line[], report: Report): FrameParts {
  const trailer = readTrailer(lines, report)
  const queryWords = readWords(trailer.body, report)
  return { ...trailer, queryWords, ...readPreamble(queryWords?.rest ?? trailer.body, report), omitted: [] }
}

function readWords(lines: readonly Line[], report: Report): ReturnType<typeof readQueryWords> {
  const queryWords = readQueryWords(lines, report)
  if (queryWords === null) report('query-words-missing', lines.at(-1)?.number ?? 1, '')
  return queryWords
}

interface Trailer {
  /** What stands between header and trailer. */
  readonly body: readonly Line[]
  readonly keywordBlock: Part<KeywordBlock> | null
  readonly legal: Part<Legal> | null
}

function readTrailer(lines: readonly Line[], report: Report): Trailer {
  const keywordBlock = readKeywordBlock(lines, report)
  if (keywordBlock !== null)
    return { body: keywordBlock.before, keywordBlock, legal: readLegal(keywordBlock.after, report) }
  report('keyword-block-missing', lines.at(-1)?.number ?? 1, '')
  const { before, legal } = cutLegal(lines)
  return { body: before, keywordBlock: null, legal: readLegal(legal, report) }
}

interface Preamble {
  readonly legacy: Part<Legacy> | null
  readonly appliesTo: Part<readonly AppliesTo[]> | null
  /** What stands before the product list and is no line of an older header. */
  readonly notice: readonly Line[]
  readonly text: readonly Line[]
}

function readPreamble(lines: readonly Line[], report: Report): Preamble {
  const appliesTo = readAppliesTo(lines, report)
  const legacy = readLegacy(appliesTo?.before ?? lines)
  if (legacy !== null) report('legacy-lines', legacy.range[0], legacy.value.text[0] ?? '')
  const rest = legacy?.rest ?? appliesTo?.before ?? lines
  const first = rest.find((line) => line.text !== '')
  if (appliesTo === null) {
    report('applies-to-missing', first?.number ?? 1, first?.text ?? '')
    return { legacy, appliesTo, notice: [], text: rest }
  }
  if (first !== undefined) report('notice-before-applies-to', first.number, first.text)
  return { legacy, appliesTo, notice: rest, text: appliesTo.after }
}
