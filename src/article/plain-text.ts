/**
 * An article's text as plain lines, for the terminal, the index, and callers that want no tree.
 *
 * Blocks are separated by a blank line. Items keep their markers, code its lines. `width` wraps prose only.
 */
import type { List, ListItem, PhrasingContent, RootContent, Table } from 'mdast'
import type { Article, Section } from './article.js'

/** Returns the text of a section, or of all sections of an article, without title and frame. `width` in columns. */
export function toPlainText(part: Article | Section, width = Number.POSITIVE_INFINITY): string {
  if ('sections' in part) return part.sections.map((section) => toPlainText(section, width)).join('\n\n')
  const heading = part.heading === null ? [] : [part.heading.text]
  return [...heading, ...blocksToLines(part.children, width)].join('\n')
}

/** Returns the text of inline content. A break becomes a line feed. */
export function inlineText(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'break') return '\n'
      if ('children' in node) return inlineText(node.children)
      return 'value' in node ? node.value : ''
    })
    .join('')
}

/** Returns blocks as lines, with a blank line before each. */
function blocksToLines(blocks: readonly RootContent[], width: number): string[] {
  return blocks.flatMap((block) => ['', ...blockToLines(block, width)])
}

function blockToLines(block: RootContent, width: number): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.children)
        .split('\n')
        .flatMap((line) => wrap(line, width))
    case 'list':
      return listToLines(block, width)
    case 'blockquote':
      return indent(blocksToLines(block.children, width - 3).slice(1), '   ')
    case 'code':
      return indent(block.value.split('\n'), '   ')
    case 'table':
      return indent(tableToLines(block), '   ')
    case 'thematicBreak':
      return ['-'.repeat(Math.min(width, 72))]
    default:
      return 'value' in block ? block.value.split('\n') : []
  }
}

function listToLines(list: List, width: number): string[] {
  return list.children.flatMap((item, index) => {
    const marker = itemMarker(list, item, index)
    const margin = ' '.repeat(marker.length + 1)
    const lines = indent(blocksToLines(item.children, width - margin.length).slice(1), margin)
    const first = `${marker} ${(lines[0] ?? '').trimStart()}`.trimEnd()
    return [...(index > 0 && list.spread ? [''] : []), first, ...lines.slice(1)]
  })
}

/** Returns the marker of an item as the article printed it. */
export function itemMarker(list: List, item: ListItem, index: number): string {
  return item.data?.marker ?? (list.ordered ? `${(list.start ?? 1) + index}.` : '-')
}

/** Upper limit of a column's padding: one box is 761 columns wide (Q294169). Wider cells are not cut. */
const MAX_PADDING = 40

function tableToLines(table: Table): string[] {
  const rows = table.children.map((row) => row.children.map((cell) => inlineText(cell.children).replaceAll('\n', ' ')))
  const widths: number[] = []
  for (const row of rows)
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, Math.min(cell.length, MAX_PADDING))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

function indent(lines: readonly string[], margin: string): string[] {
  return lines.map((line) => (line === '' ? '' : margin + line))
}

const MIN_WIDTH = 20

/** Breaks a line at blanks so that it fits. A word that is too long gets a line of its own. */
function wrap(line: string, width: number): string[] {
  if (line.length <= Math.max(width, MIN_WIDTH)) return [line]
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > Math.max(width, MIN_WIDTH)) {
      lines.push(current)
      current = word
    } else current = current === '' ? word : `${current} ${word}`
  }
  return [...lines, current]
}
