/**
 * Handlers that turn each mdast node of an article into hast. Nodes with more information than Markdown has (notes,
 * references to articles, code with a language) have handlers here; the others use those of mdast-util-to-hast.
 *
 * Later plugins resolve references, check links and highlight code.
 */
import type { ElementContent, Properties } from 'hast'
import type { Blockquote, Code, Link, List, ListItem, Parents, TableRow } from 'mdast'
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast'
import { NOTE_KINDS, noteKind } from '../words/note-kind.js'
import { listStyle } from './list-style.js'

/** The value of `node.data[key]` if it is a string, else `null`. */
function textOf(node: { readonly data?: object | undefined }, key: string): string | null {
  const value = (node.data as Readonly<Record<string, unknown>> | undefined)?.[key]
  return typeof value === 'string' ? value : null
}

/** A note (`data.note`) becomes a box, any other quotation a `blockquote`. */
function toQuotation(state: State, node: Blockquote): ElementContent {
  const note = textOf(node, 'note')
  const children = state.wrap(state.all(node), true)
  if (note === null) return { type: 'element', tagName: 'blockquote', properties: {}, children }
  const kind = noteKind(note)
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: kind === 'note' ? [kind] : ['note', kind], role: 'note', ariaLabel: NOTE_KINDS[kind] },
    children,
  }
}

/**
 * A list. Markers that are letters in order become the list's type; other unusual markers are printed before the items.
 */
function toList(state: State, node: List): ElementContent {
  const list = defaultHandlers.list(state, node)
  const { properties, markers } = listStyle(node.children.map((item) => item.data?.marker ?? null))
  Object.assign(list.properties, properties)
  const items = list.children.filter((child) => child.type === 'element')
  for (const [index, item] of items.entries()) if (markers[index]) item.properties.dataMarker = markers[index]
  return list
}

/**
 * A list item. Its paragraphs become `p` only in a loose list.
 *
 * The handler of mdast-util-to-hast is replaced: for each item it examines all items of the list, and it spreads
 * children into arguments. That is too slow, and too many arguments, for a list of half a million items.
 */
function toListItem(state: State, node: ListItem, parent: Parents | undefined): ElementContent {
  const isLoose = parent?.type === 'list' ? isLooseList(parent) : isLooseItem(node)
  const results = state.all(node)
  const children: ElementContent[] = []
  for (const [index, child] of results.entries()) {
    const isParagraph = child.type === 'element' && child.tagName === 'p'
    if (isLoose || index > 0 || !isParagraph) children.push({ type: 'text', value: '\n' })
    if (!isParagraph || isLoose) children.push(child)
    else for (const inline of child.children) children.push(inline)
  }
  const last = results.at(-1)
  const endsInline = last === undefined || (!isLoose && last.type === 'element' && last.tagName === 'p')
  if (!endsInline) children.push({ type: 'text', value: '\n' })
  return { type: 'element', tagName: 'li', properties: {}, children }
}

/** A cache of `isLooseList`, because every item of a list asks for it. */
const looseCache = new WeakMap<List, boolean>()

function isLooseList(list: List): boolean {
  const cached = looseCache.get(list)
  if (cached !== undefined) return cached
  const isLoose = list.spread === true || list.children.some(isLooseItem)
  looseCache.set(list, isLoose)
  return isLoose
}

function isLooseItem({ spread, children }: ListItem): boolean {
  return spread ?? children.length > 1
}

/** A table row. The default handler searches all rows to find out if this is the first, so it is given only one row. */
function toTableRow(state: State, node: TableRow, parent: Parents | undefined): ElementContent {
  if (parent?.type !== 'table') return defaultHandlers.tableRow(state, node, parent)
  const isFirst = parent.children[0] === node
  return defaultHandlers.tableRow(state, node, { ...parent, children: isFirst ? [node] : [] })
}

/** A link. References to articles get an id, for `rehypeReferences`; other links an address, for `rehypeSafeLinks`. */
function toAnchor(state: State, node: Link): ElementContent {
  const article = textOf(node, 'article')
  const properties: Properties = article === null ? { href: node.url } : { dataArticle: article }
  return { type: 'element', tagName: 'a', properties, children: state.all(node) }
}

function toPre(_state: State, node: Code): ElementContent {
  const properties: Properties = node.lang ? { dataLang: node.lang } : {}
  const children: ElementContent[] = [{ type: 'text', value: `${node.value}\n` }]
  const code: ElementContent = { type: 'element', tagName: 'code', properties: {}, children }
  return { type: 'element', tagName: 'pre', properties, children: [code] }
}

/**
 * Handlers for all nodes of an article (`src/article/schema.ts`); also for `html`, which no article has, to leave it
 * out.
 */
export const handlers: Handlers = {
  heading: defaultHandlers.heading,
  paragraph: defaultHandlers.paragraph,
  list: toList,
  listItem: toListItem,
  code: toPre,
  table: defaultHandlers.table,
  tableRow: toTableRow,
  blockquote: toQuotation,
  thematicBreak: defaultHandlers.thematicBreak,
  text: defaultHandlers.text,
  break: defaultHandlers.break,
  inlineCode: defaultHandlers.inlineCode,
  strong: defaultHandlers.strong,
  link: toAnchor,
  html: defaultHandlers.html,
}
