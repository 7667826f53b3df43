/**
 * Reads lines that cite other articles, each beginning with an id or with a label for it.
 *
 *     > |    Q152734 How to Obtain the Latest Update
 *     > |    Q123456 PRB: A Title That Was Too Long for the Line and
 *     > |    Therefore Wraps
 *
 *     > |    ARTICLE-ID: Q152734
 *     > |    TITLE     : How to Obtain the Latest Update
 */
import type { Paragraph, PhrasingContent } from 'mdast'
import { toIdentity } from '../identity.js'
import { joinLines } from '../inline/join-lines.js'
import { toLink, toPhrasing } from '../inline/phrasing.js'
import { startsWithReference } from '../inline/references.js'
import { type BlockReader, type Chunk, contentAt, positionOf, type Region } from './block.js'

/** Matches `ARTICLE-ID: Q152734`. */
const ID_LABEL = /^(ARTICLE-ID ?: *)(Q(\d{5,6}))$/i
/** Matches `TITLE     : How to`. */
const TITLE_LABEL = /^(TITLE *: *)(\S.*)$/i

/** Reads a chunk of citations. Each id begins one; every other line continues the title above it. */
export const readReferenceList: BlockReader = (chunk, region) => {
  const first = contentAt(region, chunk.from)
  const children = ID_LABEL.test(first)
    ? readLabelled(chunk, region)
    : startsWithReference(first)
      ? readTitled(chunk, region)
      : null
  if (children === null) return null
  const position = positionOf(region.lines, chunk.from, chunk.to)
  const paragraph: Paragraph = { type: 'paragraph', children, position }
  return { blocks: [paragraph], next: chunk.to }
}

/** Reads `Q152734 Title` lines, and puts a break between citations. */
function readTitled(chunk: Chunk, region: Region): PhrasingContent[] {
  const citations: string[][] = []
  for (let at = chunk.from; at < chunk.to; at++) {
    const content = contentAt(region, at)
    const open = citations[citations.length - 1]
    if (open === undefined || startsWithReference(content)) citations.push([content])
    else open.push(content)
  }
  return joinWithBreaks(citations.map((texts) => toPhrasing(texts)))
}

/** Reads pairs of labelled lines. Title and id both become links. */
function readLabelled(chunk: Chunk, region: Region): PhrasingContent[] {
  const lines: { label: string; texts: string[]; article: number }[] = []
  let article = 0
  for (let at = chunk.from; at < chunk.to; at++) {
    const content = contentAt(region, at)
    const id = ID_LABEL.exec(content)
    const title = TITLE_LABEL.exec(content)
    article = id === null ? article : Number(id[3])
    const [, label, text] = id ?? title ?? []
    if (label !== undefined && text !== undefined) lines.push({ label, texts: [text], article })
    else lines[lines.length - 1]?.texts.push(content)
  }
  return joinWithBreaks(
    lines.map((line) => [
      { type: 'text', value: line.label },
      toLink(joinLines(line.texts), { url: toIdentity(line.article).path, article: `Q${line.article}` }),
    ]),
  )
}

function joinWithBreaks(lines: readonly PhrasingContent[][]): PhrasingContent[] {
  return lines.flatMap((nodes, index) => (index === 0 ? nodes : [{ type: 'break' as const }, ...nodes]))
}
