/**
 * What each mdast node of an article becomes in hast. Those that say more than Markdown does are made here: notes, references to
 * articles, code with a language; everything else is mdast-util-to-hast's own.
 *
 * Resolving references, checking links and highlighting come after, as plugins.
 */
import type { ElementContent, Properties } from 'hast'
import type { Blockquote, Code, Link, List } from 'mdast'
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast'
import { listStyle } from './list-style.js'
import { NOTE_KINDS, noteKind } from './note-kind.js'

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
  listItem: defaultHandlers.listItem,
  code: toPre,
  table: defaultHandlers.table,
  tableRow: defaultHandlers.tableRow,
  blockquote: toQuotation,
  thematicBreak: defaultHandlers.thematicBreak,
  text: defaultHandlers.text,
  break: defaultHandlers.break,
  inlineCode: defaultHandlers.inlineCode,
  strong: defaultHandlers.strong,
  link: toAnchor,
  html: defaultHandlers.html,
}
