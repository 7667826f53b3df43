/**
 * Lines that cite other articles, each beginning with an id:
 *
 *     > |    Q152734 How to Obtain the Latest Service Pack
 *     > |    Q123456 PRB: A Title That Was Too Long for the Line and
 *     > |    Therefore Wraps
 */
import type { Paragraph } from 'mdast'
import { referenceParagraph, startsWithReference } from '../inline/references.js'
import { type BlockReader, lineAt, positionOf } from './block.js'

/** Reads a chunk of references: each id opens one, every other line goes on with the title above it. */
export const readReferenceList: BlockReader = (chunk, region) => {
  if (!startsWithReference(lineAt(region.lines, chunk.from).text)) return null
  const lines = region.lines.slice(chunk.from, chunk.to)
  const paragraph: Paragraph = {
    type: 'paragraph',
    children: referenceParagraph(lines),
    position: positionOf(region.lines, chunk.from, chunk.to),
  }
  return { blocks: [paragraph], next: chunk.to }
}
