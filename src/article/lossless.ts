/**
 * Checks that the parser lost nothing.
 *
 * Every line with visible characters belongs to exactly one leaf block, heading or part of the frame. The visible
 * characters of the body, white space apart, are those of the tree, in the same order.
 *
 * Some characters have no text node in the tree and are compared separately: an item's marker (from its list), a
 * heading's underline (from the heading, or in an item from a paragraph of strong text), a table's rules and bars.
 */
import type { ListItem, RootContent, Table } from 'mdast'
import type { AppliesTo, Article } from './article.js'
import { FORM_READERS, readOpening } from './forms/forms.js'
import { isNote } from './header-lines/frame-notes.js'
import { checkPage } from './html/page-lossless.js'
import { inlineText, itemMarker } from './plain-text.js'
import { type Line, splitLines } from './text/lines.js'
import type { Violation } from './violation.js'

/** Compares an article with its decoded text. An empty list proves that nothing is lost. */
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

/** Returns an omitted line as a blank one. Only a line of navigation may be omitted. */
function withoutNote(line: Line, omitted: ReadonlySet<number>): Line {
  return omitted.has(line.number) && isNote(line.text) ? { ...line, text: '' } : line
}

interface Source {
  readonly raw: readonly string[]
  /** The lines after the header by number, as the block readers see them. */
  readonly lines: ReadonlyMap<number, Line>
}

/** A part of the tree with text of its own. */
interface Leaf {
  readonly from: number
  readonly to: number
  /** Its visible characters. */
  readonly text: string
  /** Makes the source's lines comparable with `text`. */
  readonly read: (lines: readonly string[]) => string
  /** True if characters may be in another order than in the source, as in a table row of several lines. */
  readonly anyOrder: boolean
}

type Positioned = {
  readonly position?: { readonly start: { line: number }; readonly end: { line: number } } | undefined
}

function toLeaf(node: Positioned, text: string, read: Leaf['read'], anyOrder = false): Leaf {
  return { from: node.position?.start.line ?? 0, to: node.position?.end.line ?? 0, text: visible(text), read, anyOrder }
}

/**
 * Returns a heading's leaf: its lines without the underline, or without the rules above and below. The heading's own
 * text may consist of rule characters.
 */
function toHeadingLeaf(heading: Positioned & { readonly text: string }): Leaf {
  const said = visible(heading.text)
  return toLeaf(heading, said, (lines) => {
    const readings = [lines.slice(0, -1), lines.slice(1, -1), lines].map(joinVisible)
    return readings.find((text) => text === said) ?? joinVisible(lines.filter((line) => !isUnderline(line)))
  })
}

/** Returns the leaves of a block in order. `marker` is put before the text of the first one. */
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
/**
 * Separates words, and a label from its value: `Keywords : kba`, `Keywords: kba` and `Keywords:kba` have the same
 * words.
 */
const BETWEEN_WORDS = /[\s:]+/
/** Matches a line of underline characters only: `=====`, `--- ---`, `*****`. */
const UNDERLINE = /^[-=*_~^+\s]+$/
/** Matches the rules, corners and bars of a table. Cells may contain them too, so they are removed on both sides. */
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

/** Checks that every visible line has exactly one owner, and that leaves are in the order of their lines. */
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

/** Returns the texts of a range of lines, as the block readers see them. */
function textsOf({ lines }: Source, [from, to]: readonly [number, number]): string[] {
  const texts: string[] = []
  for (let number = from; number <= to; number++) texts.push(lines.get(number)?.text ?? '')
  return texts
}

function sameCharacters(first: string, second: string): boolean {
  const sorted = (text: string) => [...text].sort().join('')
  return sorted(first) === sorted(second)
}

/** Checks that every word in the frame's lines is in the article. */
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

/** Words of the frame that the article represents by its fields. */
const FRAME_WORDS = [
  'The This following information in this article applies to: APPLIES TO: - • * o ·',
  'Keywords: Technology: Version: Hardware: Issue type: Solution Type: -',
]

/**
 * Checks that each word of a raw article's header is in the title or a field.
 *
 * The front matter of a Markdown page repeats these values and adds settings of its own, so it is not checked.
 */
function checkHeader({ raw }: Source, { title, source }: Article): Violation[] {
  if (source.form !== 'txt' || source.lines.header === null) return []
  const [first, last] = source.lines.header
  // the labels are compared in capitals, whatever the file has
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

/** Returns a violation for each line with words that are in none of `said`. `first`: the number of the first line. */
function checkTextWords(texts: readonly string[], first: number, said: readonly string[]): Violation[] {
  const words = new Set(said.flatMap((text) => text.split(BETWEEN_WORDS)))
  return texts.flatMap((text, index) => {
    if (isUnderline(text)) return []
    const lost = text.split(BETWEEN_WORDS).filter((word) => word !== '' && !words.has(word))
    if (lost.length === 0) return []
    return [{ code: 'text-differs', line: first + index, expected: lost.join(' '), found: said.join(' ') }]
  })
}
