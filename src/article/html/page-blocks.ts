/**
 * Converts the mdast of a page, made by hast-util-to-mdast, to the nodes of the article schema, each with its position.
 *
 * Pictures are dropped, since they have no text. Emphasis is dropped, but its text stays. A heading inside a list
 * becomes strong text.
 */
import type { BlockContent, ListItem, Paragraph, PhrasingContent, RootContent, Table, TableCell, TableRow } from 'mdast'
import type { Position } from 'unist'
import type { Block } from '../article.js'
import { toPhrasing } from '../inline/phrasing.js'
import { inlineText } from '../plain-text.js'
import { readLink } from './page-links.js'

/** A heading of the page, or a block. `depth`: 1 to 6, as on the page. */
export type PageBlock =
  | { readonly type: 'heading'; readonly depth: number; readonly text: string; readonly position: Position }
  | { readonly type: 'block'; readonly block: Block; readonly position: Position }

const START: Position = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }

/** Returns the non-empty headings and blocks of a page, in order. */
export function toPageBlocks(content: readonly RootContent[]): PageBlock[] {
  const blocks: PageBlock[] = []
  let last = START
  for (const node of content) {
    last = placeOf(node, last)
    if (node.type === 'heading') {
      const text = inlineText(toInlines(node.children)).replace(/\s+/g, ' ').trim()
      if (text !== '') blocks.push({ type: 'heading', depth: node.depth, text, position: last })
    } else for (const block of toBlocks(node, last)) blocks.push({ type: 'block', block, position: last })
  }
  return blocks
}

/**
 * Returns a node's position, or that of its children, or the end of the node before. hast-util-to-mdast gives none to
 * nodes that it adds.
 */
function placeOf(node: RootContent, last: Position): Position {
  let found = node.position
  if (found === undefined && 'children' in node) {
    const [first, end] = [node.children[0]?.position, node.children.at(-1)?.position]
    if (first !== undefined && end !== undefined) found = { start: first.start, end: end.end }
  }
  if (found === undefined) return { start: last.end, end: last.end }
  return { start: toPoint(found.start), end: toPoint(found.end) }
}

/** Copies line and column, without `offset`. */
function toPoint({ line, column }: Position['start']): Position['start'] {
  return { line, column }
}

function toBlocks(node: RootContent, place: Position): Block[] {
  const position = placeOf(node, place)
  switch (node.type) {
    case 'paragraph':
      return toParagraphs(node.children, position)
    case 'heading':
      return toParagraphs([{ type: 'strong', children: node.children }], position)
    case 'code':
      return node.value.trim() === '' ? [] : [{ type: 'code', lang: null, meta: null, value: node.value, position }]
    case 'thematicBreak':
      return [{ type: 'thematicBreak', position }]
    case 'blockquote': {
      const children = flatten(node.children, position)
      return children.length === 0 ? [] : [{ type: 'blockquote', children, position }]
    }
    case 'list': {
      const children = node.children.flatMap((item) => toItem(item, position))
      const { ordered, start } = node
      if (children.length === 0) return []
      return [
        {
          type: 'list',
          ordered: ordered ?? false,
          start: ordered ? (start ?? 1) : null,
          spread: false,
          children,
          position,
        },
      ]
    }
    case 'table':
      return toTable(node, position)
    case 'text':
    case 'strong':
    case 'emphasis':
    case 'link':
    case 'inlineCode':
    case 'break':
    case 'delete':
      return toParagraphs([node], position)
    default:
      return []
  }
}

/** Returns the blocks of several nodes, one after the other. */
function flatten(nodes: readonly BlockContent[] | ListItem['children'], position: Position): Block[] {
  const blocks: Block[] = []
  for (const node of nodes) for (const block of toBlocks(node, position)) blocks.push(block)
  return blocks
}

function toItem(item: ListItem, place: Position): ListItem[] {
  const position = placeOf(item, place)
  const children = flatten(item.children, position)
  return children.length === 0 ? [] : [{ type: 'listItem', spread: false, children, position }]
}

function toTable(table: Table, position: Position): Block[] {
  const rows = table.children.map((row): TableRow => ({ type: 'tableRow', children: row.children.map(toCell) }))
  const shown = rows.filter((row) => row.children.some((cell) => inlineText(cell.children).trim() !== ''))
  if (shown.length === 0) return []
  const columns = shown.reduce((most, row) => Math.max(most, row.children.length), 0)
  const align = Array.from({ length: columns }, (_, index) => table.align?.[index] ?? null)
  return [{ type: 'table', align, children: shown, position }]
}

function toCell(cell: TableCell): TableCell {
  return { type: 'tableCell', children: trimInlines(toInlines(cell.children)) }
}

function toParagraphs(nodes: readonly PhrasingContent[], position: Position): Paragraph[] {
  const children = trimInlines(toInlines(nodes))
  return inlineText(children).trim() === '' ? [] : [{ type: 'paragraph', children, position }]
}

/** Removes breaks at both ends. */
function trimInlines(nodes: PhrasingContent[]): PhrasingContent[] {
  let [from, to] = [0, nodes.length]
  while (from < to && nodes[from]?.type === 'break') from++
  while (to > from && nodes[to - 1]?.type === 'break') to--
  return nodes.slice(from, to)
}

const INLINE = new Set(['text', 'emphasis', 'delete', 'break', 'strong', 'inlineCode', 'link'])

function isInline(node: RootContent): node is PhrasingContent {
  return INLINE.has(node.type)
}

/** Returns the inline nodes that an article may have. Adjacent texts are joined. */
export function toInlines(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const inlines: PhrasingContent[] = []
  let text = ''
  const close = () => {
    if (text !== '') for (const node of toPhrasing([text])) inlines.push(node)
    text = ''
  }
  const add = (node: PhrasingContent) => {
    switch (node.type) {
      case 'text':
        text += node.value
        return
      case 'emphasis':
      case 'delete':
        for (const child of node.children) add(child)
        return
      case 'break':
        close()
        inlines.push({ type: 'break' })
        return
      case 'strong':
        close()
        if (inlineText(node.children) !== '') inlines.push({ type: 'strong', children: toInlines(node.children) })
        return
      case 'inlineCode':
        close()
        if (node.value !== '') inlines.push({ type: 'inlineCode', value: node.value })
        return
      case 'link': {
        const link = readLink(node.url)
        if (link === null || inlineText(node.children).trim() === '') {
          for (const child of node.children) add(child)
          return
        }
        close()
        const children = [{ type: 'text' as const, value: inlineText(node.children) }]
        const data = link.article === null ? {} : { data: { article: link.article } }
        inlines.push({ type: 'link', url: link.url, children, ...data })
        return
      }
      default:
        addOther(node)
    }
  }
  /** Takes the text of a block inside inline content, which old pages have. */
  const addOther = (node: RootContent) => {
    if ('children' in node) for (const child of node.children) isInline(child) ? add(child) : addOther(child)
    else if (node.type !== 'image' && 'value' in node) text += node.value
  }
  for (const node of nodes) add(node)
  close()
  return inlines
}
