/**
 * Headings: which lines are one, at which depth, and what it says. FORMAT.md section 6.
 *
 *     > | SYMPTOMS
 *     > | ========     the underline is as long as the text
 */
import type { SectionName } from './article.js'
import { lineAt } from './blocks/block.js'
import type { Line } from './lines.js'

export interface HeadingReading {
  readonly text: string
  readonly depth: 1 | 2 | 3
  /** One past its last line, the underline included. */
  readonly next: number
}

const UNDERLINE = /^\s*(?:=+|-+)$/
/** Two blanks inside a text are a gap between columns. */
const GAP = /\S {2,}\S/
/** A section number may be followed by a gap: `7.1  Upgrading`. */
const NUMBERED = /^(?:\d+\.?)+ {2,}\S/

const CANONICAL: ReadonlyMap<string, SectionName> = new Map([
  ['SYMPTOMS', 'symptoms'],
  ['SYMPTOM', 'symptoms'],
  ['CAUSE', 'cause'],
  ['RESOLUTION', 'resolution'],
  ['WORKAROUND', 'workaround'],
  ['STATUS', 'status'],
  ['SUMMARY', 'summary'],
  ['MORE INFORMATION', 'more-information'],
  ['REFERENCES', 'references'],
  ['REFERENCE', 'references'],
])

/** The name a heading stands for; `other` for one of the article's own. */
export function sectionName(text: string): SectionName {
  return CANONICAL.get(text.toUpperCase().replace(/:$/, '')) ?? 'other'
}

/** Reads a heading at `at`, or returns `null`. */
export function readHeading(lines: readonly Line[], at: number): HeadingReading | null {
  const line = lineAt(lines, at)
  const under = lineAt(lines, at + 1)
  if (line.text === '' || !UNDERLINE.test(under.text) || lineAt(lines, at - 1).text !== '') return null
  const text = line.text.trim()
  const length = under.text.trim().length
  if (length < 2 || Math.abs(length - text.length) > 3) return null
  if (GAP.test(text) && !NUMBERED.test(text)) return null
  const isMain = under.text.endsWith('=') && (CANONICAL.has(text) || text === 'INTRODUCTION')
  return { text, depth: isMain ? 1 : line.indent > 0 ? 3 : 2, next: at + 2 }
}
