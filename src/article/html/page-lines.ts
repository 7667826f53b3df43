/**
 * Lists the blocks of a page as lines of text, so that the readers of a text's frame can read a page's frame.
 *
 * A paragraph with a line of the frame in it is split into one paragraph for each line.
 */
import type { Paragraph, PhrasingContent } from 'mdast'
import { isNote } from '../header-lines/frame-notes.js'
import { inlineText, toPlainText } from '../plain-text.js'
import { type Line, toLine } from '../text/lines.js'
import type { PageBlock } from './page-blocks.js'

/**
 * A page's blocks and their lines, numbered from 1. `blockOf[n]`: the index of the block of line `n`, -1 for a blank
 * one.
 */
export interface PageLines {
  readonly blocks: readonly PageBlock[]
  readonly lines: readonly Line[]
  readonly blockOf: readonly number[]
}

/** Lists the lines of a page. A blank line separates two blocks, but not the parts of one paragraph. */
export function toPageLines(given: readonly PageBlock[]): PageLines {
  const blocks: PageBlock[] = []
  const lines: Line[] = []
  const blockOf: number[] = [-1]
  const add = (text: string, block: number) => {
    lines.push(toLine(text, lines.length + 1))
    blockOf.push(block)
  }
  for (const block of given) {
    if (lines.length > 0) add('', -1)
    for (const part of splitFrame(block)) {
      blocks.push(part)
      for (const text of textsOf(part)) add(text, blocks.length - 1)
    }
  }
  return { blocks, lines, blockOf }
}

const FRAME_LINE =
  /^\s{0,16}(?:PSS ID Number|Article ID|Article last modified|Last review|Last modified|Creation date|Revision|Keywords?\s{0,8}:|APPLIES TO|The information in this article|Additional (?:query|reference) words|SYMPTOMS?$|CAUSE$|RESOLUTION$|WORKAROUND$|STATUS$|SUMMARY$|MORE INFORMATION$|REFERENCES?$)/i

function splitFrame(block: PageBlock): PageBlock[] {
  if (block.type === 'heading' || block.block.type !== 'paragraph') return [block]
  const { children } = block.block
  if (!children.some((node) => node.type === 'break')) return [block]
  const parts = splitAtBreaks(children)
  if (!parts.some((part) => isFrameLine(inlineText(part)))) return [block]
  return parts
    .filter((part) => inlineText(part).trim() !== '')
    .map((part): PageBlock => {
      const paragraph: Paragraph = { type: 'paragraph', children: part, position: block.position }
      return { type: 'block', block: paragraph, position: block.position }
    })
}

function isFrameLine(text: string): boolean {
  return FRAME_LINE.test(text) || isNote(text)
}

function splitAtBreaks(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]]
  for (const node of children) {
    if (node.type === 'break') parts.push([])
    else parts.at(-1)?.push(node)
  }
  return parts
}

/** Returns the lines of a block that are not blank. */
function textsOf(part: PageBlock): string[] {
  if (part.type === 'heading') return [part.text]
  const text = toPlainText({ heading: null, name: 'other', depth: 1, slug: '', children: [part.block] })
  return text.split('\n').filter((line) => line.trim() !== '')
}
