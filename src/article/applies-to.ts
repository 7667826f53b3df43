/**
 * The product list before the first heading, between two dashed rules.
 *
 *     > | -------------------------------------------------------------------------------
 *     > | The information in this article applies to:
 *     > |
 *     > |  - Example Server, used with:
 *     > |     - Example Client version 1.0
 *     > | -------------------------------------------------------------------------------
 *
 * Depth is indentation (columns 1, 4, 7, 10; four levels in Q133034). In the raw form no product wraps; in the CD text form they do. Later
 * lines of the same words are ordinary text (Q318968): only the first before any heading counts.
 */
import type { AppliesTo } from './article.js'
import type { Line } from './lines.js'
import { type Cut, lineRange } from './part.js'
import type { Report } from './problems.js'
import { isDashRule } from './rules.js'

const INTRODUCTION = 'The information in this article applies to:'
/** ` - Example Server`, `- Example`: a dash, a blank, the product. */
const PRODUCT = /^\s*- +(\S.*)$/
/** A second introduction inside the list (Q139995). */
const REGROUPED = /^as they apply to:?$/i
const USUAL_RULE = 79

/** Cuts the product list out of an article's body; `null` where the body has none before its first heading. */
export function readAppliesTo(lines: readonly Line[], report: Report): Cut<readonly AppliesTo[]> | null {
  const introduction = findIntroduction(lines)
  if (introduction < 0) return null
  const start = findRuleAbove(lines, introduction)
  const list = readProducts(lines, introduction + 1, report)
  const rules = [lines[start], list.closed ? lines[list.end - 1] : undefined]
  for (const rule of rules)
    if (rule !== undefined && isDashRule(rule.text) && rule.text.length !== USUAL_RULE)
      report('applies-to-rule-odd', rule.number, rule.text)
  if (!list.closed) report('applies-to-unclosed', lines[introduction]?.number ?? 1, INTRODUCTION)
  if (list.products.length === 0) report('applies-to-empty', lines[introduction]?.number ?? 1, INTRODUCTION)
  return {
    value: nest(list.products),
    range: lineRange(lines.slice(start, list.end)),
    before: lines.slice(0, start),
    after: lines.slice(list.end),
  }
}

/** The first exact introduction, unless a heading (a line over a rule of equal signs as long as the line) comes before it. */
function findIntroduction(lines: readonly Line[]): number {
  for (const [index, line] of lines.entries()) {
    if (line.text.trim() === INTRODUCTION) return index
    if (isUnderline(line.text) && (lines[index - 1]?.text ?? '') !== '') return -1
  }
  return -1
}

const UNDERLINE = /^=+$/

function isUnderline(text: string): boolean {
  return text.length >= 4 && UNDERLINE.test(text)
}

/** The rule above the introduction, blank lines between allowed; the introduction itself where there is none. */
function findRuleAbove(lines: readonly Line[], introduction: number): number {
  for (let index = introduction - 1; index >= 0; index--) {
    const text = lines[index]?.text ?? ''
    if (isDashRule(text)) return index
    if (text !== '') break
  }
  return introduction
}

interface ProductLine {
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
    const text = PRODUCT.exec(line.text)?.[1]
    const last = products.at(-1)
    if (text !== undefined) products.push({ indent: line.indent, text })
    else if (REGROUPED.test(line.text.trim())) {
      report('applies-to-regrouped', line.number, line.text)
      products.push({ indent: 0, text: line.text.trim() })
    } else if (last !== undefined && line.indent > last.indent && lines[index - 1]?.text !== '')
      last.text = `${last.text} ${line.text.trim()}`
    else break
    end = index + 1
  }
  return { products, end, closed: false }
}

/** Lines by indentation to a tree: a more deeply indented line is a child of the last one above it. */
function nest(products: readonly ProductLine[]): AppliesTo[] {
  const roots: AppliesTo[] = []
  const open: { readonly indent: number; readonly children: AppliesTo[] }[] = []
  for (const { indent, text } of products) {
    while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= indent) open.pop()
    const children: AppliesTo[] = []
    const siblings = open.at(-1)?.children ?? roots
    siblings.push({ text, children })
    open.push({ indent, children })
  }
  return roots
}
