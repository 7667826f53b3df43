/**
 * The wording of a text: its words in order, without layout, markup and header labels.
 *
 * A number may stand in many dumps, wrapped otherwise, as a page of HTML or Markdown. Texts with the same wording are
 * one text. Left out: white space, case, list signs, rules, date, product and legal notice, since some forms lack them.
 *
 *     > | MORE INFORMATION          > | <h2>More Information</h2>
 *     > | ================          > | <ul><li>Stop the
 *     > |  - Stop the spooler.      > | spooler.</li></ul>
 */
import type { AppliesTo, KeywordBlock } from '../article.js'
import { chooseKeywords, chooseVersions } from '../assemble.js'
import type { Form } from '../form-names.js'
import { type ArticleParts, readParts } from '../frame/parts.js'
import { toPlainText } from '../plain-text.js'
import { decode } from './decode.js'

/** A text before it is compared; see `RawArticle`. */
export interface ComparedText {
  readonly form: Form
  readonly bytes: Uint8Array
}

/**
 * Returns the wording of a text. Reads only its parts, not its blocks, which takes less than half the time of parsing.
 *
 * `encoding`: as in `ParseOptions`.
 */
export function readWording({ form, bytes }: ComparedText, encoding: string | null): string {
  const parts = readParts(form, decode(bytes, { form, encoding }).text, () => {})
  return listTexts(parts).map(toWords).join('\n')
}

/** The parts of an article that are compared, each as lines. */
function listTexts(parts: ArticleParts): readonly string[][] {
  const { header } = parts.opening
  const block = parts.keywordBlock?.value ?? null
  const words = parts.queryWords?.value ?? null
  return [
    [header.title],
    [chooseVersions(header, block)],
    [...header.systems],
    chooseKeywords(header, block, words),
    [...(parts.legacy?.value.text ?? [])],
    (parts.appliesTo?.value ?? []).flatMap(productLines),
    bodyLines(parts),
    [words?.text ?? ''],
    block === null ? [] : blockLines(block),
  ]
}

function productLines({ text, children }: AppliesTo): string[] {
  return [text, ...children.flatMap(productLines)]
}

/** The fields of a keyword block, apart from keywords and versions, which are those of the article. */
function blockLines({ technology, hardware, issueType, solutionType, other }: KeywordBlock): string[] {
  return [technology, hardware, issueType, solutionType, Object.values(other)].map((values) => values.join(' '))
}

function bodyLines({ sections, notice, text }: ArticleParts): string[] {
  if (sections !== null) return sections.flatMap((section) => toPlainText(section).split('\n'))
  return [...notice, ...text].map((line) => line.text)
}

/** Matches the sign of a list item: `- `, `o `, `1. `, `a) `; also the same signs where prose was wrapped. */
const LIST_SIGN = /^\s*(?:[-*o\u00b7\u2022]|[0-9]{1,3}[.)]|[A-Za-z][.)])\s/
const WHITE_SPACE = /\s+/g
/** Matches a rule or the border of a table among the words of a line: `=====`, `+---+`. */
const RULE = /(?<!\S)[-=_*~#+|.]{3,}(?!\S)/g
/** Matches a character beyond ASCII. */
const BEYOND_ASCII = /[^\0-\x7f]/

/** Returns the words of lines, one after another: `toWords([' 1. Stop', ' it.'])` is `stopit.`. */
function toWords(lines: readonly string[]): string {
  const words = lines
    .map((line) => line.replace(LIST_SIGN, ''))
    .join('\n')
    .replace(RULE, '')
    .replace(WHITE_SPACE, '')
  return (BEYOND_ASCII.test(words) ? foldCharacters(words) : words).toLowerCase()
}

/** Typographic quotation marks and dashes, as a word processor makes them from typed ones. */
const TYPED: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019]/g, "'"],
  [/[\u201c\u201d]/g, '"'],
  [/[\u2013\u2014]/g, '-'],
  [/\u00ad/g, ''],
]

function foldCharacters(text: string): string {
  return TYPED.reduce((folded, [typographic, typed]) => folded.replace(typographic, typed), text.normalize('NFKC'))
}
