/**
 * Reads the query words at the end of the body: words by which the article should also be found.
 *
 *     > | KBCategory: kbprg                          the older format's labels
 *     > | KBSubcategory: FxprgGeneral
 *     > |
 *     > | Additional query words: 3.00 sub-class sub
 *     > | class                                      wrapped (37 articles)
 *
 * Labels are misspelled in many ways (Q119067, Q140431, Q185084) and some articles repeat them (Q131062). Only the end
 * of the body is searched: `Additional Word Solution Migration Papers` is a heading (Q163734).
 */
import type { Article } from '../article.js'
import type { Report } from '../problems.js'
import type { Line } from '../text/lines.js'
import { splitWords } from './keyword-block.js'
import { lineRange, type Part } from './part.js'

/** The query words in an Article. */
export type QueryWords = NonNullable<Article['queryWords']>

/**
 * Matches `Additional query words:`, `Additonal qeury word(s) :`, `Additional reference words 1.0` (Q112278),
 * `Additional words:` (Q141414).
 */
const WORDS_LABEL =
  /^\s{0,16}(Addit?i?on?al (?:(?:article )?(?:query|querey|qeury|quary|reference|references) words?(?:\(s\))?(?: ?:|(?= |$))|(?:key)?words? ?:))/i
/** Matches `KBCategory:`, `kbsubcategory:`. */
const CATEGORY_LABEL = /^\s{0,16}(KB(?:Sub)?Category:)/i
/** Matches the blank before a category in a line of other words (Q59597). */
const INNER_CATEGORY = / (?=KB(?:Sub)?Category:)/i
const USUAL_LABEL = 'Additional query words:'
const OLD_LABEL = /reference|article|category/i
/** Number of visible lines at the end in which a label may begin. */
const MAX_TAIL_LINES = 10

interface Field {
  readonly label: string
  value: string
  readonly line: Line
}

/** Takes the query words off the end of a body. `rest`: the body without them. */
export function readQueryWords(
  lines: readonly Line[],
  report: Report,
): (Part<QueryWords> & { readonly rest: readonly Line[] }) | null {
  const start = findStart(lines)
  if (start < 0) return null
  const tail = lines.slice(start)
  const fields = readFields(tail, report)
  reportOddities(fields, report)
  return { value: toQueryWords(fields), range: lineRange(tail), rest: lines.slice(0, start) }
}

/**
 * Returns the index of the first line of query words, or -1.
 *
 * Searches upwards from the end, across blank lines, until a chunk that does not begin with a label. The last label may
 * have unlabelled chunks below it.
 */
function findStart(lines: readonly Line[]): number {
  let start = -1
  let shown = 0
  let unlabelled = false
  for (let index = lines.length - 1; index >= 0 && shown < MAX_TAIL_LINES; index--) {
    const text = lines[index]?.text ?? ''
    if (text === '') {
      if (start >= 0 && unlabelled) break
      continue
    }
    shown++
    unlabelled = !isLabelled(text)
    if (!unlabelled) start = index
  }
  return start
}

function isLabelled(text: string): boolean {
  return WORDS_LABEL.test(text) || CATEGORY_LABEL.test(text)
}

function readFields(tail: readonly Line[], report: Report): Field[] {
  const fields: Field[] = []
  for (const line of tail) {
    if (line.text === '') continue
    for (const part of line.text.split(INNER_CATEGORY)) {
      const label = (WORDS_LABEL.exec(part) ?? CATEGORY_LABEL.exec(part))?.[1]
      const last = fields.at(-1)
      if (label !== undefined) fields.push(toField(label, part, line, report))
      else if (last !== undefined) {
        last.value = joinWords(last.value, part.trim())
        if (!OLD_LABEL.test(last.label)) report('query-words-continued', line.number, part)
      }
    }
  }
  return fields
}

function toField(label: string, text: string, line: Line, report: Report): Field {
  let value = text.trim().slice(label.length).trim()
  const doubled = WORDS_LABEL.exec(value)?.[1]
  if (doubled !== undefined) {
    value = value.slice(doubled.length).trim()
    report('query-words-label-doubled', line.number, text)
  }
  return { label, value, line }
}

function reportOddities(fields: readonly Field[], report: Report): void {
  const words = fields.filter((field) => !/category/i.test(field.label))
  const [, second] = words
  if (second !== undefined) report('query-words-repeated', second.line.number, second.line.text)
  for (const { label, line } of fields) {
    if (OLD_LABEL.test(label)) report('query-words-old-labels', line.number, line.text)
    else if (label !== USUAL_LABEL) report('query-words-misspelled', line.number, line.text)
    if (line.indent > 0) report('query-words-indented', line.number, line.text)
  }
}

function toQueryWords(fields: readonly Field[]): QueryWords {
  const labelled: Record<string, string> = {}
  let text = ''
  for (const { label, value } of fields) {
    const name = label.replace(/ ?:$/, '')
    labelled[name] = joinWords(labelled[name] ?? '', value)
    if (!/category/i.test(name)) text = joinWords(text, value)
  }
  return { text, words: splitWords(text), fields: labelled }
}

function joinWords(first: string, second: string): string {
  return first === '' || second === '' ? first + second : `${first} ${second}`
}
