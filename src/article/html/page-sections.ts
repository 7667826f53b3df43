/** Cuts the blocks of a page into sections, at its headings and at paragraphs that are the name of a main heading. */
import type { Block, Section } from '../article.js'
import { inlineText } from '../plain-text.js'
import { isMainHeading, sectionName } from '../sections/headings.js'
import { createSlugs } from '../slugs.js'
import type { PageBlock } from './page-blocks.js'

/** Cuts blocks into sections. */
export function toPageSections(blocks: readonly PageBlock[]): Section[] {
  const base = topLevel(blocks)
  const slugOf = createSlugs()
  const sections: Section[] = []
  let children: Block[] = []
  const open = (heading: PageHeading | null) => {
    children = []
    sections.push(toSection(heading, slugOf, children))
  }
  for (const block of blocks) {
    const heading = readHeading(block, base)
    if (heading === null) {
      if (block.type === 'heading') continue
      if (sections.length === 0) open(null)
      children.push(block.block)
    } else open(heading)
  }
  return sections
}

interface PageHeading {
  readonly text: string
  readonly depth: 1 | 2 | 3
  readonly position: PageBlock['position']
}

function toSection(heading: PageHeading | null, slugOf: (text: string) => string, children: Block[]): Section {
  const text = heading?.text ?? null
  return {
    heading: heading === null ? null : { text: heading.text, position: heading.position },
    name: text === null ? 'other' : sectionName(text),
    depth: heading?.depth ?? 1,
    slug: slugOf(text ?? 'introduction'),
    children,
  }
}

/** Returns the level of the main headings, or of the highest heading if the page has no main heading. */
function topLevel(blocks: readonly PageBlock[]): number {
  let [main, highest] = [7, 7]
  for (const block of blocks) {
    if (block.type !== 'heading') continue
    highest = Math.min(highest, block.depth)
    if (isMainHeading(block.text)) main = Math.min(main, block.depth)
  }
  return main < 7 ? main : highest
}

function readHeading(block: PageBlock, base: number): PageHeading | null {
  const { position } = block
  if (block.type === 'heading') {
    const depth = isMainHeading(block.text) ? 1 : toDepth(block.depth - base + 1)
    return { text: block.text, depth, position }
  }
  if (block.block.type !== 'paragraph') return null
  const text = inlineText(block.block.children).trim()
  return text === text.toUpperCase() && isMainHeading(text) ? { text, depth: 1, position } : null
}

function toDepth(level: number): 1 | 2 | 3 {
  if (level <= 1) return 1
  return level === 2 ? 2 : 3
}
