/**
 * Reads an article's parts from a page: the blocks of its tree, the frame from their lines, and sections from the rest.
 */
import type { Section } from '../article.js'
import type { Range } from '../frame/part.js'
import { COPYRIGHT, INTRODUCTION, KEYWORDS, readWebFrame, type WebFrame } from '../frame/web-frame.js'
import type { Report } from '../problems.js'
import { isMainHeading } from '../sections/headings.js'
import type { Line } from '../text/lines.js'
import { type PageBlock, toPageBlocks } from './page-blocks.js'
import { readPageArticle } from './page-header.js'
import { type PageLines, toPageLines } from './page-lines.js'
import { toPageSections } from './page-sections.js'
import { readPageTree } from './page-tree.js'

/** The parts of an article in a page. Ranges are lines of the page's source. */
export interface PageParts {
  readonly frame: WebFrame
  readonly sections: Section[]
  readonly header: Range | null
  readonly omitted: readonly Range[]
  /** Visible characters of the page without what is left out. Those of `blocks` must be the same. */
  readonly visible: string
  readonly blocks: readonly PageBlock[]
  /** The blocks that belong to sections. */
  readonly body: readonly PageBlock[]
}

/** Reads a page. `title`: the title that its header has. */
export function readPageParts(source: string, title: string, report: Report): PageParts {
  const tree = readPageTree(source)
  const page = toPageLines(toPageBlocks(tree.content))
  const start = skipHeader(page, source, title)
  const { kept, below } = cutBelowKeywords(page.lines.slice(start))
  const frame = readWebFrame(kept, report)
  const body = blocksOf(page, frame.notice.concat(frame.text))
  const places = page.lines.map((line) => page.blocks[page.blockOf[line.number] ?? -1]?.position ?? null)
  const toSource = ([from, to]: Range): Range => [places[from - 1]?.start.line ?? 1, places[to - 1]?.end.line ?? 1]
  return {
    frame: moveFrame(frame, toSource),
    sections: toPageSections(body),
    header: start === 0 ? null : toSource([1, lastShown(page.lines, start)]),
    omitted: tree.removed.concat(frame.omitted.map(toSource), below.map(toSource)),
    visible: tree.visible,
    blocks: page.blocks,
    body,
  }
}

/** Returns the number of header lines: up to the last label, and the title if it is below. */
function skipHeader({ lines }: PageLines, source: string, title: string): number {
  const reader = readPageArticle(source)?.reader
  const opening = reader?.readOpening(
    lines.map((line) => line.text),
    () => {},
  )
  let end = opening !== undefined && opening.header.number > 0 ? (opening.range?.[1] ?? 0) : 0
  let next = end
  while (next < lines.length && lines[next]?.text === '') next++
  if (title !== '' && lines[next]?.text.replace(/\s+/g, ' ') === title) end = next + 1
  return end
}

/** Leaves out the questions and links below the keywords, except a product list and a copyright line. */
function cutBelowKeywords(lines: readonly Line[]): {
  readonly kept: readonly Line[]
  readonly below: readonly Range[]
} {
  const keywords = lines.findLastIndex((line) => KEYWORDS.test(line.text))
  const rest = lines.slice(keywords + 1)
  if (keywords < 0 || rest.some((line) => isMainHeading(line.text))) return { kept: lines, below: [] }
  const first = rest.findIndex((line) => line.text === '')
  const below: Range[] = []
  let inProducts = false
  const kept = lines.map((line, index) => {
    const isWords = index <= keywords || index - keywords <= first || (first < 0 && index > keywords)
    if (INTRODUCTION.test(line.text)) inProducts = true
    else if (inProducts && line.text !== '' && !BULLET.test(line.text)) inProducts = false
    if (isWords || inProducts || line.text === '' || COPYRIGHT.test(line.text)) return line
    below.push([line.number, line.number])
    return { ...line, text: '', indent: 0 }
  })
  return { kept, below }
}

const BULLET = /^\s*[-•*·]/

function lastShown(lines: readonly Line[], end: number): number {
  let last = end
  while (last > 1 && lines[last - 1]?.text === '') last--
  return last
}

/** Returns the blocks that contain one of the lines. */
function blocksOf({ blocks, blockOf }: PageLines, lines: readonly Line[]): PageBlock[] {
  const wanted = new Set<number>()
  for (const line of lines) if (line.text !== '') wanted.add(blockOf[line.number] ?? -1)
  return blocks.filter((_, index) => wanted.has(index))
}

function moveFrame(frame: WebFrame, move: (range: Range) => Range): WebFrame {
  const { appliesTo, queryWords, keywordBlock, legal } = frame
  return {
    ...frame,
    appliesTo: appliesTo === null ? null : { ...appliesTo, range: move(appliesTo.range) },
    queryWords: queryWords === null ? null : { ...queryWords, range: move(queryWords.range) },
    keywordBlock: keywordBlock === null ? null : { ...keywordBlock, range: move(keywordBlock.range) },
    legal: legal === null ? null : { ...legal, range: move(legal.range) },
  }
}
