/**
 * Reads rules that separate and underline nothing: lines of one repeated sign such as `-----`, `=====`, `*****`,
 * `_____`.
 */
import {
  type BlockReader,
  type Chunk,
  chunkBelow,
  contentAt,
  lineAt,
  positionOf,
  type Region,
  SET_OFF,
} from './block.js'
import { chunkKind } from './evidence/chunk-evidence.js'
import { isRule } from './evidence/rule-line.js'

/**
 * Returns true if a rule is the upper edge of a frame, whose lines begin and end with its sign:
 *
 *     > | *******************
 *     > | **    WARNING    **
 */
function opensFrame(chunk: Chunk, region: Region): boolean {
  const sign = contentAt(region, chunk.from)[0] ?? ''
  const below = contentAt(region, chunk.from + 1)
  return chunk.from + 1 < region.end && sign === '*' && below.startsWith(sign) && below.endsWith(sign) && !isRule(below)
}

/** Returns true for a rule that is set off above more lines or above code. It belongs to the listing. */
function opensListing(chunk: Chunk, region: Region): boolean {
  if (chunk.indent < region.column + SET_OFF) return false
  if (chunk.to - chunk.from > 1) return true
  const below = chunkBelow(chunk.to, region)
  return below !== null && below.indent >= chunk.indent && chunkKind(below, region) === 'code'
}

/** Reads a rule. Readers of headings and titles have been tried before. */
export const readRule: BlockReader = (chunk, region) => {
  if (!isRule(lineAt(region.lines, chunk.from).text)) return null
  if (opensFrame(chunk, region) || opensListing(chunk, region)) return null
  const next = chunk.from + 1
  return { blocks: [{ type: 'thematicBreak', position: positionOf(region.lines, chunk.from, next) }], next }
}
