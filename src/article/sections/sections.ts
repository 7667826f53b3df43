/** Cuts the body of an article into sections at its headings, and reads each into blocks. */
import type { Problem, Section } from '../article.js'
import { type BodyContext, type Ground, positionOf, skipBlanks, toRegion } from '../blocks/block.js'
import { createLineKinds } from '../blocks/evidence/chunk-evidence.js'
import { readBlocks } from '../blocks/read-blocks.js'
import { createSlugs } from '../slugs.js'
import type { Line } from '../text/lines.js'
import {
  type HeadingContext,
  type HeadingReading,
  isRuledHeading,
  mainHeadingAt,
  readHeading,
  sectionName,
} from './headings.js'

export type { BodyContext }

interface Cut {
  readonly heading: HeadingReading | null
  readonly from: number
  readonly to: number
}

/**
 * Reads the lines of a body, blank ones included, into sections in source order. `problems` is empty:
 * `section-problems.ts` reports what is odd.
 */
export function readSections(
  lines: readonly Line[],
  context: BodyContext,
): { sections: Section[]; problems: Problem[] } {
  const slugOf = createSlugs()
  const ground: Ground = { lines, body: context, kindAt: createLineKinds(lines, context), read: readBlocks }
  const sections: Section[] = []
  for (const cut of cutAtHeadings(lines, context)) sections.push(toSection(cut, ground, slugOf))
  return { sections, problems: [] }
}

function cutAtHeadings(lines: readonly Line[], body: BodyContext): Cut[] {
  const cuts: Cut[] = []
  const context = toHeadingContext(lines, body)
  let open: HeadingReading | null = null
  let from = 0
  for (let at = 0; at < lines.length; at++) {
    const heading = readHeading(lines, at, context)
    if (heading === null) continue
    cuts.push({ heading: open, from, to: at })
    open = heading
    from = at
    at = heading.next - 1
  }
  cuts.push({ heading: open, from, to: lines.length })
  return cuts.filter((cut) => cut.heading !== null || skipBlanks(lines, cut.from, cut.to) < cut.to)
}

function toHeadingContext(lines: readonly Line[], body: BodyContext): HeadingContext {
  const main = { mainHeadings: findMainHeadings(lines), isCd: body.form === 'md-cd', hasBare: body.hasBareHeadings }
  const context = { ...main, hasRules: true }
  const hasRules = !context.isCd || lines.some((_, at) => isRuledHeading(lines, at, context))
  return { ...context, hasRules }
}

/** Returns the main headings that are underlined with `=`. */
function findMainHeadings(lines: readonly Line[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (let at = 0; at < lines.length; at++) {
    const heading = mainHeadingAt(lines, at)
    if (heading !== null) found.add(heading)
  }
  return found
}

function toSection(cut: Cut, ground: Ground, slugOf: (text: string) => string): Section {
  const { heading } = cut
  const from = heading === null ? cut.from : heading.next
  return {
    heading: heading === null ? null : { text: heading.text, position: positionOf(ground.lines, cut.from, from) },
    name: heading === null ? 'other' : sectionName(heading.text),
    depth: heading === null ? 1 : heading.depth,
    slug: slugOf(heading === null ? 'introduction' : heading.text),
    children: readBlocks(toRegion(ground, { from, end: cut.to, column: 0, depth: 0 })),
  }
}
