/**
 * Reads the applies-to list: the products before the first heading, between two dashed rules.
 *
 *     > | -------------------------------------------------------------------------------
 *     > | The information in this article applies to:
 *     > |
 *     > |  - Example Server, used with:
 *     > |     - Example Client version 1.0
 *     > | -------------------------------------------------------------------------------
 *
 * Depth is indentation (columns 1, 4, 7, 10; four levels in Q133034). Products do not wrap in the raw form, but do in
 * the CD text form. Only the first list before any heading counts; later ones are ordinary text (Q318968).
 */
import type { AppliesTo } from '../article.js'
import type { Report } from '../problems.js'
import { parseProduct } from '../products/parse-product.js'
import type { Line } from '../text/lines.js'
import { type Cut, lineRange } from './part.js'
import { isDashRule } from './rules.js'

const INTRODUCTION = 'The information in this article applies to:'
/**
 * Matches other wordings: `This information in this article applies to:` (Q96908), without the colon (Q118694),
 * `The following information ...` (Q105668).
 */
const REWORDED = /^Th(?:e|is|e following) information (?:in this article )?applies to:?$/i
/**
 * Matches a dash, a blank and a product: ` - Example Server`, `- Example`. A dash alone has its products below it
 * (Q114638).
 */
const PRODUCT = /^\s*-(?:\s+(\S.*))?$/
/** Matches a second introduction inside the list (Q139995). */
const REGROUPED = /^as they apply to:?$/i
const USUAL_RULE = 79

/** Cuts the applies-to list out of an article's body; `null`: the body has none before its first heading. */
export function readAppliesTo(lines: readonly Line[], report: Report): Cut<readonly AppliesTo[]> | null {
  const introduction = findIntroduction(lines, report)
  if (introduction < 0) return null
  const start = findRuleAbove(lines, introduction)
  const list = readProducts(lines, introduction + 1, report)
  const rules = [lines[start], list.closed ? lines[list.end - 1] : undefined]
  for (const rule of rules)
    if (rule !== undefined && isDashRule(rule.text) && rule.text.length !== USUAL_RULE)
      report('applies-to-rule-odd', rule.number, rule.text)
  const { number, text } = lines[introduction] ?? { number: 1, text: '' }
  if (!list.closed) report('applies-to-unclosed', number, text)
  if (list.products.length === 0) report('applies-to-empty', number, text)
  return {
    value: nestProducts(list.products),
    range: lineRange(lines.slice(start, list.end)),
    before: lines.slice(0, start),
    after: lines.slice(list.end),
  }
}

/**
 * Returns the index of the first exact introduction, or else of one in other words with products below it; -1: none.
 */
function findIntroduction(lines: readonly Line[], report: Report): number {
  const preamble = lines.slice(0, findHeading(lines))
  const exact = preamble.findIndex((line) => line.text.trim() === INTRODUCTION)
  if (exact >= 0) return exact
  const reworded = preamble.findIndex((line, index) => isReworded(line) && isProduct(nextShown(preamble, index)))
  const line = preamble[reworded]
  if (line !== undefined) report('applies-to-reworded', line.number, line.text)
  return reworded
}

/** Returns true if a line introduces the list in unusual words. */
export function isReworded(line: Line): boolean {
  return REWORDED.test(line.text.trim())
}

/** Returns true if a line names a product. */
export function isProduct(line: Line | undefined): boolean {
  return line !== undefined && PRODUCT.test(line.text)
}

function nextShown(lines: readonly Line[], index: number): Line | undefined {
  return lines.find((line, other) => other > index && line.text !== '')
}

/** Returns the index of the first underline of equal signs below a text, or the number of lines if there is none. */
function findHeading(lines: readonly Line[]): number {
  const underline = lines.findIndex((line, index) => isUnderline(line.text) && (lines[index - 1]?.text ?? '') !== '')
  return underline < 0 ? lines.length : underline
}

const UNDERLINE = /^=+$/

function isUnderline(text: string): boolean {
  return text.length >= 4 && UNDERLINE.test(text)
}

/**
 * Returns the index of the rule above the introduction, blank lines between allowed; without a rule, that of the
 * introduction.
 */
function findRuleAbove(lines: readonly Line[], introduction: number): number {
  for (let index = introduction - 1; index >= 0; index--) {
    const text = lines[index]?.text ?? ''
    if (isDashRule(text)) return index
    if (text !== '') break
  }
  return introduction
}

/** A line of the list and its indentation in columns. */
export interface ProductLine {
  readonly indent: number
  text: string
}

interface ProductLines {
  readonly products: readonly ProductLine[]
  /** Index after the closing rule, or after the last product. */
  readonly end: number
  readonly closed: boolean
}

/** Reads products up to a rule; without one, up to the first line that cannot belong to the list. */
function readProducts(lines: readonly Line[], from: number, report: Report): ProductLines {
  const products: ProductLine[] = []
  let end = from
  for (let index = from; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined || line.text === '') continue
    if (isDashRule(line.text)) return { products, end: index + 1, closed: true }
    const product = PRODUCT.exec(line.text)
    const last = products.at(-1)
    if (product !== null) {
      const text = product[1] ?? ''
      if (text === '') report('applies-to-unnamed', line.number, line.text)
      products.push({ indent: line.indent, text })
    } else if (REGROUPED.test(line.text.trim())) {
      report('applies-to-regrouped', line.number, line.text)
      products.push({ indent: 0, text: line.text.trim() })
    } else if (last !== undefined && line.indent > last.indent && lines[index - 1]?.text !== '')
      last.text = `${last.text} ${line.text.trim()}`
    else break
    end = index + 1
  }
  return { products, end, closed: false }
}

/** Builds a tree from lines by their indentation: a line is a child of the last less indented line above it. */
export function nestProducts(products: readonly ProductLine[]): AppliesTo[] {
  const roots: AppliesTo[] = []
  const open: { readonly indent: number; readonly children: AppliesTo[] }[] = []
  for (const { indent, text } of products) {
    while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= indent) open.pop()
    const children: AppliesTo[] = []
    const siblings = open.at(-1)?.children ?? roots
    siblings.push({ text, product: parseProduct(text), children })
    open.push({ indent, children })
  }
  return roots
}
