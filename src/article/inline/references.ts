/**
 * Finds citations of other articles: the id, and the title printed beside it.
 *
 *     > | see article Q194232, "Saving a Copy"        in a sentence
 *     > |    Q152734 How to Obtain the Update         on a line of its own
 */
import type { Nodes } from 'mdast'
import type { Reference, Section } from '../article.js'
import { toIdentity } from '../identity.js'
import type { Span } from './span.js'

/**
 * Matches `Q194232` in a sentence, and a title in quotation marks after it. Not the file `Q309387.exe`, `Q309387_w2k`
 * or the printer `Q2200510`. One id has a blank inside: `Q 274256` (Q279217).
 */
const CITATION = /(?<![\w\\$%.-])Q ?(\d{5,6})(?![\w\\]|\.[A-Za-z]|-[A-Za-z]*\d)(?:(?:,| -|:)? ?"[^"]{4,160}")?/g
/** Matches an id at the start of a line: `Q152734 How to`, `Q152734: BUG`, `Q152734Prompt`. */
const LEADING = /^Q ?(\d{5,6})(?![\d_]|\.[A-Za-z]|[a-z-])/
/** Matches an id and the separator before its title. */
const TITLE_GAP = /^Q ?\d{5,6}(?:\s*[:,-])?\s*/
/** Matches the start of a title: a capital, a digit or a sign. `Q152734 describes how` continues as a sentence. */
const TITLE_START = /^["'(<[#.]?[A-Z0-9]/
/** Length limit of a citation that is a whole line, in UTF-16 code units. A longer line has other text, too. */
const MAX_TITLE_LENGTH = 240

/** Returns true if a line begins with a citation and not with a sentence whose first word is an id. */
export function startsWithReference(text: string): boolean {
  const match = LEADING.exec(text)
  return match !== null && (TITLE_START.test(titleOf(text)) || titleOf(text) === '')
}

/** Returns the text after the id. */
function titleOf(text: string): string {
  return text.replace(TITLE_GAP, '')
}

/** Finds every citation in a text, in order. A text of an id and its title is one citation. */
export function findReferences(text: string): Span[] {
  if (!text.includes('Q')) return []
  const leading = LEADING.exec(text)
  if (leading !== null && text.length < MAX_TITLE_LENGTH && startsWithReference(text) && !isSentence(titleOf(text))) {
    return [toSpan(0, text.length, leading[1] ?? '')]
  }
  const spans: Span[] = []
  for (const match of text.matchAll(CITATION)) {
    spans.push(toSpan(match.index, match.index + match[0].length, match[1] ?? ''))
  }
  return spans
}

/** Returns true if the title is followed by another sentence or another id. */
function isSentence(title: string): boolean {
  return /[a-z)]\. [A-Z]/.test(title) || /\bQ\d{5,6}\b/.test(title)
}

function toSpan(start: number, end: number, digits: string): Span {
  const { id, path } = toIdentity(Number(digits))
  return { start, end, url: path, article: id }
}

/** Collects every citation of the sections, in order: id, printed title, and index of the section. */
export function collectReferences(sections: readonly Section[]): Reference[] {
  const references: Reference[] = []
  sections.forEach((section, index) => {
    const pending: Nodes[] = [...section.children].reverse()
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (node.type === 'link' && node.data?.article !== undefined) {
        addReference(references, node.data.article, linkText(node.children), index)
      } else if ('children' in node) {
        for (let at = node.children.length - 1; at >= 0; at--) {
          const child = node.children[at]
          if (child !== undefined) pending.push(child)
        }
      }
    }
  })
  return references
}

function linkText(children: readonly Nodes[]): string {
  return children.map((child) => ('value' in child ? child.value : '')).join('')
}

/**
 * Adds a citation. A link without an id in its text is the title of the citation before it (`ARTICLE-ID:` and
 * `TITLE:`).
 */
function addReference(references: Reference[], id: string, text: string, section: number): void {
  const last = references[references.length - 1]
  const isTitle = !/^Q ?\d/i.test(text) && !text.includes('/')
  if (isTitle && last?.id === id && last.title === null) {
    references[references.length - 1] = { ...last, title: text }
    return
  }
  const title = text.includes('://') ? '' : titleOf(text).replace(/^"|"$/g, '').trim()
  references.push({ id, title: title === '' ? null : title, section })
}
