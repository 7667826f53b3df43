/**
 * What each mdast node of an article becomes in hast. Those that say more than Markdown does are made here: notes, references to
 * articles, code with a language; everything else is mdast-util-to-hast's own.
 *
 * Resolving references, checking links and highlighting come after, as plugins.
 */
import type { ElementContent, Properties } from 'hast'
import type { Blockquote, Code, Link, List, ListItem, Parents, TableRow } from 'mdast'
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast'
import { NOTE_KINDS, noteKind } from '../words/note-kind.js'
import { listStyle } from './list-style.js'

/** A value of `node.data` that is a string, or `null`. */
function textOf(node: { readonly data?: object | undefined }, key: string): string | null {
  const value = (node.data as Readonly<Record<string, unknown>> | undefined)?.[key]
  return typeof value === 'string' ? value : null
}

/** A note (`data.note`) is a box of its kind, any other quotation a `blockquote`. */
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

/** A list is lettered where its markers are letters in order; other markers that are not plain stand before their items. */
function toList(state: State, node: List): ElementContent {
  const list = defaultHandlers.list(state, node)
  const { properties, markers } = listStyle(node.children.map((item) => item.data?.marker ?? null))
  Object.assign(list.properties, properties)
  const items = list.children.filter((child) => child.type === 'element')
  for (const [index, item] of items.entries()) if (markers[index]) item.properties.dataMarker = markers[index]
  return list
}

/**
 * An item; its paragraphs are elements of their own only in a loose list. Markdown's own handler asks each item about all others and
 * passes a paragraph's children as arguments: too slow, and too many, for a list of half a million items.
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

/** The answer for each list, which every one of its items asks for. */
const looseCache = new WeakMap<List, boolean>()

function isLooseList(list: List): boolean {
  const known = looseCache.get(list)
  if (known !== undefined) return known
  const isLoose = list.spread === true || list.children.some(isLooseItem)
  looseCache.set(list, isLoose)
  return isLoose
}

function isLooseItem({ spread, children }: ListItem): boolean {
  return spread ?? children.length > 1
}

/** A row of a table, which Markdown's own handler would look for among all rows to see that it is not the first. */
function toTableRow(state: State, node: TableRow, parent: Parents | undefined): ElementContent {
  if (parent?.type !== 'table') return defaultHandlers.tableRow(state, node, parent)
  const isFirst = parent.children[0] === node
  return defaultHandlers.tableRow(state, node, { ...parent, children: isFirst ? [node] : [] })
}

/** A reference to an article carries its id for `rehypeReferences`; any other link its address for `rehypeSafeLinks`. */
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

/** All nodes that an article may have (`src/article/schema.ts`), and Markdown's HTML, which it may not and which is left out. */
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
