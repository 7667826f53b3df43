/**
 * A line of one repeated sign that separates, and underlines nothing: `-----`, `=====`, `*****`, `_____`.
 */
import { type BlockReader, lineAt, positionOf } from './block.js'

/** `----------`; shorter ones are dashes of a text, or part of a drawing. */
const RULE = /^\s*([-=*_~#.])\1{4,}$/

/** Whether a line is nothing but a rule. */
export function isRule(text: string): boolean {
  return RULE.test(text)
}

/** Reads a rule; what it may underline was tried before. */
export const readRule: BlockReader = (chunk, region) => {
  if (!isRule(lineAt(region.lines, chunk.from).text)) return null
  const next = chunk.from + 1
  return { blocks: [{ type: 'thematicBreak', position: positionOf(region.lines, chunk.from, next) }], next }
}
