/** Reports odd headings and sections, from the sections and the lines that they were read from. */
import type { Section } from '../article.js'
import type { Report } from '../problems.js'
import type { Line } from '../text/lines.js'

type Heading = NonNullable<Section['heading']>

/** Matches a line of one kind of underline character: `=====`, `-----`, `*****`. */
const UNDERLINE = /^\s*(?:=+|-+|\*+|_+|~+)$/

/** Reports odd headings, and repeated or empty sections. `lines`: the lines of the text. */
export function reportSections(sections: readonly Section[], lines: readonly Line[], report: Report): void {
  const first = sections[0]
  if (first !== undefined && sections.every((section) => section.heading === null || section.depth > 1))
    report('heading-none', first.heading?.position.start.line ?? firstShown(lines), first.heading?.text ?? '')
  const names = new Set<string>()
  for (const [index, section] of sections.entries()) {
    const { heading, name, depth } = section
    if (heading === null) continue
    const line = heading.position.start.line
    reportHeading(section, heading, { texts: textsOf(lines, heading), report })
    if (depth === 1 && name !== 'other' && names.has(name)) report('heading-repeated', line, heading.text)
    if (depth === 1) names.add(name)
    const next = sections[index + 1]
    if (section.children.length === 0 && (next?.depth ?? 1) <= depth) report('section-empty', line, heading.text)
  }
}

function firstShown(lines: readonly Line[]): number {
  return lines.find((line) => line.text !== '')?.number ?? 1
}

/** Returns the lines of a heading, its rules included. */
function textsOf(lines: readonly Line[], { position }: Heading): Line[] {
  const offset = lines[0]?.number ?? 1
  return lines.slice(position.start.line - offset, position.end.line - offset + 1)
}

interface HeadingLines {
  readonly texts: readonly Line[]
  readonly report: Report
}

function reportHeading(section: Section, { text, position }: Heading, { texts, report }: HeadingLines): void {
  const line = position.start.line
  const words = texts.filter(({ text }) => !UNDERLINE.test(text))
  const underline = texts.at(-1)?.text.trim() ?? ''
  if (words.length > 1) report('heading-two-lines', line, text)
  if (words.some(({ indent }) => indent > 0)) report('heading-indented', line, text)
  if (words[0] !== texts[0]) report('heading-overlined', line, text)
  if (!UNDERLINE.test(underline)) report('heading-not-underlined', line, text)
  else if (![text, ...words.map((word) => word.text.trim())].some((word) => word.length === underline.length))
    report('heading-misfit', line, `${text} / ${underline.length}`)
  const canonical = section.name !== 'other'
  if (canonical && section.depth === 1 && underline.startsWith('-')) report('heading-other-rule', line, text)
  if (!canonical && underline.startsWith('=')) report('heading-not-canonical', line, text)
}
