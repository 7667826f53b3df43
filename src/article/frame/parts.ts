/**
 * Splits an article's text into its parts, from both ends towards the middle: header, keyword block and legal notice,
 * query words, applies-to list. The rest is the text itself.
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

/** An article's parts with their line ranges. Every visible line is in one of them. */
export interface ArticleParts extends Preamble {
  readonly opening: Opening
  readonly queryWords: Part<QueryWords> | null
  readonly keywordBlock: Part<KeywordBlock> | null
  readonly legal: Part<Legal> | null
  /** Lines after the end of the article, no part of it. */
  readonly end: Range | null
  /** Line ranges of navigation inside a page. */
  readonly omitted: readonly Range[]
  /** The sections, if they came from a page's tags; `null`: they must be read from `notice` and `text`. */
  readonly sections: readonly Section[] | null
}

/** Splits an article's text into its parts. Each step leaves the rest to the next one. */
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

/** Takes sections from a page's tags. One line of a page may belong to several parts. */
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

/**
 * Reads a CD page, which has no applies-to list, keyword block or notice: a rule at its end belongs to a drawing
 * (Q29830).
 */
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
  /** Lines between header and trailer. */
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
  /** Lines before the applies-to list that are no legacy lines. */
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
