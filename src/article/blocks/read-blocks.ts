/**
 * Reads a region of lines into blocks: the ordered table of readers, and the loop that asks them.
 *
 * Each reader knows one construct and nothing of the others. Their order decides between them.
 */
import type { Block } from '../article.js'
import { type BlockReader, chunkAt, type Reading, type Region, skipBlanks } from './block.js'
import { readCode, readListing } from './code.js'
import { isDrawing } from './drawing.js'
import { beforeTable } from './interruption.js'
import { readItemTitle } from './item-title.js'
import { readList } from './list.js'
import { joinsNote, readNote } from './note.js'
import { readParagraph } from './paragraph.js'
import { readQuotation } from './quotation.js'
import { readReferenceList } from './reference-list.js'
import { readRule } from './rule.js'
import { readSeparator } from './separator.js'
import { readBoxTable } from './tables/table-box.js'
import { readFullRuleTable } from './tables/table-full-rule.js'
import { readSegmentedTable } from './tables/table-segmented.js'

/** Readers in the order in which they are tried. `readParagraph` accepts anything, so a block is always found. */
const BLOCK_READERS: readonly BlockReader[] = [
  readBoxTable,
  readSegmentedTable,
  readFullRuleTable,
  readItemTitle,
  readRule,
  readList,
  readReferenceList,
  readSeparator,
  readNote,
  readCode,
  readQuotation,
  readParagraph,
]

/** Returns the blocks of a region in source order. Each visible line is in exactly one of them. */
export function readBlocks(region: Region): Block[] {
  const blocks: Block[] = []
  let at = skipBlanks(region.lines, region.from, region.end)
  while (at < region.end) {
    const reading = readBlock(at, region)
    for (const block of reading.blocks) if (!joinsNote(blocks[blocks.length - 1], block)) blocks.push(block)
    at = skipBlanks(region.lines, reading.next, region.end)
  }
  return blocks
}

/** Reads the block that starts at line `at`. A drawing is code, whatever parts of it look like. */
function readBlock(at: number, region: Region): Reading {
  const whole = chunkAt(region, at)
  if (isDrawing(whole, region)) return readListing(whole, 'columns', region)
  const chunk = beforeTable(whole, region)
  for (const reader of BLOCK_READERS) {
    const reading = reader(chunk, region)
    if (reading !== null) return reading
  }
  return { blocks: [], next: chunk.to }
}
