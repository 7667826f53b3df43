/**
 * Takes a text apart from both ends towards the middle: header, keyword block and legal notice, query words, product list. What is left
 * is the text itself.
 */
import { readAppliesTo } from './applies-to.js'
import type { AppliesTo, KeywordBlock } from './article.js'
import type { Form } from './form-names.js'
import { readOpening } from './forms.js'
import type { Opening } from './header.js'
import { readKeywordBlock } from './keyword-block.js'
import { type Legacy, readLegacy } from './legacy.js'
import { cutLegal, type Legal, readLegal } from './legal.js'
import { type Line, splitLines } from './lines.js'
import type { Part } from './part.js'
import type { Report } from './problems.js'
import { type QueryWords, readQueryWords } from './query-words.js'

/** An article's parts, each with its lines; every line that shows something is in one of them. */
export interface ArticleParts extends Trailer, Preamble {
  readonly opening: Opening
  readonly queryWords: Part<QueryWords> | null
}

/** Takes an article's text apart. Each step leaves its rest to the next one. */
export function readParts(form: Form, text: string, report: Report): ArticleParts {
  const opening = readOpening(form, splitLines(text), report)
  const trailer = readTrailer(form, opening.rest, report)
  const queryWords = readQueryWords(trailer.body, report)
  if (queryWords === null) report('query-words-missing', trailer.body.at(-1)?.number ?? 1, '')
  const preamble = readPreamble(form, queryWords?.rest ?? trailer.body, report)
  return { opening, ...trailer, queryWords, ...preamble }
}

interface Trailer {
  /** What stands between header and trailer. */
  readonly body: readonly Line[]
  readonly keywordBlock: Part<KeywordBlock> | null
  readonly legal: Part<Legal> | null
}

/** CD pages have neither keyword block nor notice: a rule at their end belongs to a drawing (Q29830). */
function readTrailer(form: Form, lines: readonly Line[], report: Report): Trailer {
  if (form === 'md-cd') return { body: lines, keywordBlock: null, legal: null }
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

function readPreamble(form: Form, lines: readonly Line[], report: Report): Preamble {
  if (form === 'md-cd') return { legacy: null, appliesTo: null, notice: [], text: lines }
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
