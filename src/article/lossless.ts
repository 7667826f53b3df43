/**
 * The law of the parser, checked: nothing is lost.
 *
 * Every line that shows something belongs to exactly one leaf block, heading or part of the frame; and the visible characters of the body, white
 * space apart, are those of the tree, in order. What the tree says in its own way is said here: an item's marker by its list, a heading's
 * underline by the heading (in an item, by a paragraph of strong text), a table's rules and bars by its rows.
 */
import type { ListItem, RootContent, Table } from 'mdast'
import type { AppliesTo, Article } from './article.js'
import { FORM_READERS, readOpening } from './forms/forms.js'
import { isNote } from './header-lines/frame-notes.js'
import { checkPage } from './html/page-lossless.js'
import { inlineText, itemMarker } from './plain-text.js'
import { type Line, splitLines } from './text/lines.js'
import type { Violation } from './violation.js'

/** Checks an article against its decoded text; an empty list is a proof. */
export function checkLossless(text: string, article: Article): Violation[] {
  if (FORM_READERS[article.source.form].frame === 'page') return checkPage(text, article)
  const given = splitLines(text)
  const { rest, texts: raw = given } = readOpening(article.source.form, given, () => {})
  const omitted = new Set((article.source.omitted ?? []).map(([line]) => line))
  const source: Source = { raw, lines: new Map(rest.map((line) => [line.number, withoutNote(line, omitted)])) }
  const leaves = article.sections.flatMap((section) => [
    ...(section.heading === null ? [] : [toHeadingLeaf(section.heading)]),
    ...section.children.flatMap((block) => leavesOf(block, '')),
  ])
  return [...checkOwners(source, article, leaves), ...checkTexts(source, leaves), ...checkFrame(source, article)]
}

/** A line that the article leaves out, as a blank one; only navigation may be left out. */
function withoutNote(line: Line, omitted: ReadonlySet<number>): Line {
  return omitted.has(line.number) && isNote(line.text) ? { ...line, text: '' } : line
}

interface Source {
  readonly raw: readonly string[]
  /** The lines after the header, by number, as the readers saw them. */
  readonly lines: ReadonlyMap<number, Line>
}

/** A part of the tree that holds text of its own. */
interface Leaf {
  readonly from: number
  readonly to: number
  /** Its visible characters. */
  readonly text: string
  /** How the source's lines become comparable to `text`. */
  readonly read: (lines: readonly string[]) => string
  /** Whether cells may stand in another order than characters do: rows of several lines. */
  readonly anyOrder: boolean
}

type Positioned = {
  readonly position?: { readonly start: { line: number }; readonly end: { line: number } } | undefined
}

function toLeaf(node: Positioned, text: string, read: Leaf['read'], anyOrder = false): Leaf {
  return { from: node.position?.start.line ?? 0, to: node.position?.end.line ?? 0, text: visible(text), read, anyOrder }
}

/** A heading without its rules: the lower one, or both. A title may be made of their signs itself. */
function toHeadingLeaf(heading: Positioned & { readonly text: string }): Leaf {
  const said = visible(heading.text)
  return toLeaf(heading, said, (lines) => {
    const readings = [lines.slice(0, -1), lines.slice(1, -1), lines].map(joinVisible)
    return readings.find((text) => text === said) ?? joinVisible(lines.filter((line) => !isUnderline(line)))
  })
}

/** The leaves of a block in order; `marker` stands before the first one's text. */
function leavesOf(block: RootContent, marker: string): Leaf[] {
  switch (block.type) {
    case 'list':
      return block.children.flatMap((item, index) => itemLeaves(item, itemMarker(block, item, index)))
    case 'listItem':
      return itemLeaves(block, marker)
    case 'blockquote':
      return block.children.flatMap((child, index) => leavesOf(child, index === 0 ? marker : ''))
    case 'paragraph':
      if (block.children[0]?.type === 'strong')
        return [toHeadingLeaf({ position: block.position, text: marker + inlineText(block.children) })]
      return [toLeaf(block, marker + inlineText(block.children), joinVisible)]
    case 'heading':
      return [toLeaf(block, marker + inlineText(block.children), joinVisible)]
    case 'table':
      return [toTableLeaf(block)]
    case 'thematicBreak':
      return [toLeaf(block, '', (lines) => visible(lines.filter((line) => !isRule(line)).join('')))]
    default:
      return [toLeaf(block, marker + ('value' in block ? block.value : ''), joinVisible)]
  }
}

function itemLeaves(item: ListItem, marker: string): Leaf[] {
  if (item.children.length === 0) return [toLeaf(item, marker, joinVisible)]
  return item.children.flatMap((child, index) => leavesOf(child, index === 0 ? marker : ''))
}

function toTableLeaf(table: Table): Leaf {
  const cells = table.children.flatMap((row) => row.children.map((cell) => inlineText(cell.children)))
  return toLeaf(table, joinCells(cells), joinCells, true)
}

const WHITE_SPACE = /\s+/g
/** `Keywords : kba`, `Keywords: kba` and `Keywords:kba` have the same words: the colon is the label's. */
const BETWEEN_WORDS = /[\s:]+/
/** `=====`, `--- ---`, `*****`: nothing but underline characters. */
const UNDERLINE = /^[-=*_~^+\s]+$/
/** What the rules, corners and bars of a table are made of. A cell may have some of them, so they count on neither side. */
const TABLE_RULES = /[-=_+|\s]+/g
const RULE = /^[-=*_~#.+\s]+$/

function visible(text: string): string {
  return text.replace(WHITE_SPACE, '')
}

function joinVisible(lines: readonly string[]): string {
  return visible(lines.join(''))
}

function joinCells(lines: readonly string[]): string {
  return lines.join('').replace(TABLE_RULES, '')
}

function isUnderline(text: string): boolean {
  return UNDERLINE.test(text)
}

function isRule(text: string): boolean {
  return RULE.test(text)
}

/** Every line that shows something has one owner, and leaves stand in the order of their lines. */
function checkOwners({ raw, lines }: Source, article: Article, leaves: readonly Leaf[]): Violation[] {
  const violations: Violation[] = []
  const owners = new Uint8Array(raw.length + 2)
  const own = (from: number, to: number) => {
    for (let line = Math.max(0, from); line <= Math.min(to, raw.length); line++) owners[line] = (owners[line] ?? 0) + 1
  }
  for (const range of Object.values(article.source.lines)) if (range !== null) own(range[0], range[1])
  let last = 0
  for (const leaf of leaves) {
    own(leaf.from, leaf.to)
    if (leaf.from <= last) violations.push({ code: 'order-broken', line: leaf.from, expected: '', found: leaf.text })
    last = leaf.to
  }
  for (const [index, rawText] of raw.entries()) {
    const text = lines.get(index + 1)?.text ?? rawText
    const count = owners[index + 1] ?? 0
    if (count === 1 || text.trim() === '') continue
    violations.push({
      code: count === 0 ? 'line-unowned' : 'line-owned-twice',
      line: index + 1,
      expected: visible(text),
      found: '',
    })
  }
  return violations
}

function checkTexts(source: Source, leaves: readonly Leaf[]): Violation[] {
  return leaves.flatMap((leaf) => {
    const expected = leaf.read(textsOf(source, [leaf.from, leaf.to]))
    if (expected === leaf.text || (leaf.anyOrder && sameCharacters(expected, leaf.text))) return []
    return [{ code: 'text-differs', line: leaf.from, expected, found: leaf.text }]
  })
}

/** The texts of the lines of a range, as the readers saw them. */
function textsOf({ lines }: Source, [from, to]: readonly [number, number]): string[] {
  const texts: string[] = []
  for (let number = from; number <= to; number++) texts.push(lines.get(number)?.text ?? '')
  return texts
}

function sameCharacters(first: string, second: string): boolean {
  const sorted = (text: string) => [...text].sort().join('')
  return sorted(first) === sorted(second)
}

/** The parts of the frame that have a text: every word of their lines is in the article. */
function checkFrame(source: Source, article: Article): Violation[] {
  const { lines } = article.source
  const block = article.keywordBlock
  return [
    ...checkHeader(source, article),
    ...checkWords(source, lines.legacy, article.legacy?.text ?? []),
    ...checkWords(source, lines.appliesTo, [...FRAME_WORDS, ...(article.appliesTo ?? []).flatMap(productTexts)]),
    ...checkWords(source, lines.queryWords, Object.entries(article.queryWords?.fields ?? {}).flat()),
    ...checkWords(source, lines.keywordBlock, [
      ...FRAME_WORDS,
      ...(block === null ? [] : [...Object.values(block).flatMap(listTexts)]),
    ]),
  ]
}

/** Words of the frame itself, which the article says by its fields. */
const FRAME_WORDS = [
  'The This following information in this article applies to: APPLIES TO: - • * o ·',
  'Keywords: Technology: Version: Hardware: Issue type: Solution Type: -',
]

/**
 * The words of a raw article's header: each is in the title or in a field. A Markdown page's front says the same things several times,
 * and its own settings besides; that is not checked.
 */
function checkHeader({ raw }: Source, { title, source }: Article): Violation[] {
  if (source.form !== 'txt' || source.lines.header === null) return []
  const [first, last] = source.lines.header
  // labels are spelled in capitals, whatever the file has
  const said = [title, ...Object.entries(source.header).flat()].map((text) => text.toUpperCase())
  const texts = raw.slice(first - 1, last).map((text) => text.toUpperCase())
  return checkTextWords(texts, first, said)
}

function productTexts(product: AppliesTo): string[] {
  return [product.text, ...product.children.flatMap(productTexts)]
}

function listTexts(value: string | null | readonly string[] | Readonly<Record<string, string>>): string[] {
  if (value === null) return []
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? [...value] : Object.entries(value).flat()
}

function checkWords(source: Source, range: readonly [number, number] | null, said: readonly string[]): Violation[] {
  return range === null ? [] : checkTextWords(textsOf(source, range), range[0], said)
}

/** The words of some lines, the first of them number `first`, that are in none of the texts. */
function checkTextWords(texts: readonly string[], first: number, said: readonly string[]): Violation[] {
  const words = new Set(said.flatMap((text) => text.split(BETWEEN_WORDS)))
  return texts.flatMap((text, index) => {
    if (isUnderline(text)) return []
    const lost = text.split(BETWEEN_WORDS).filter((word) => word !== '' && !words.has(word))
    if (lost.length === 0) return []
    return [{ code: 'text-differs', line: first + index, expected: lost.join(' '), found: said.join(' ') }]
  })
}
