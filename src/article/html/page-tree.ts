/**
 * Converts a page to mdast: parses it as browsers do, removes navigation, takes apart layout tables, and converts the
 * tree with hast-util-to-mdast.
 *
 * `scan-html.ts` has limited the depth and the number of elements, so recursion into the tree is safe.
 */
import type { Element, ElementContent, Root, Text } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toMdast } from 'hast-util-to-mdast'
import type { Root as MdastRoot, RootContent } from 'mdast'
import { bulletsToLists, listTables, unwrapLayout } from './layout-tables.js'
import { isNumberLabel } from './number-label.js'
import { textOf } from './page-text.js'
import { scanHtml } from './scan-html.js'

/** A page's content, and what was removed from it. */
export interface PageTree {
  readonly content: readonly RootContent[]
  /** All visible characters of the page without the removed parts and without white space. */
  readonly visible: string
  /** Line ranges of the removed navigation, in order. */
  readonly removed: readonly [number, number][]
}

/** Reads a page. */
export function readPageTree(source: string): PageTree {
  const tree = fromHtml(scanHtml(source).text)
  const removed = removeNavigation(tree)
  arrangeNodes(tree)
  const tables = listTables(tree)
  bulletsToLists(tables)
  const visible = textOf(tree).replace(WHITE_SPACE, '')
  unwrapLayout(tables)
  const root = toMdast(tree)
  return { content: isRoot(root) ? root.children : [], visible, removed }
}

function isRoot(node: ReturnType<typeof toMdast>): node is MdastRoot {
  return node.type === 'root'
}

const WHITE_SPACE = /\s+/g

/** Parts of a page outside its article, unless they contain the article's number. */
const NAVIGATION = new Set(['nav', 'aside', 'footer', 'button', 'input'])
/**
 * Text length of the longest form that is removed. Some sites put the whole page into a form. A question below the
 * article is short and has no headings.
 */
const MAX_FORM = 2000
const CONTENT = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre'])

/** Elements whose text hast-util-to-mdast would drop or put into quotation marks. */
const SHOWN_AS_TEXT = new Set(
  'q dialog content element command shadow menuitem spacer basefont isindex nextid bgsound rp summary'.split(' '),
)

function removeNavigation(tree: Root): [number, number][] {
  const removed: [number, number][] = []
  const pending: (Root | Element)[] = [tree]
  for (let parent = pending.pop(); parent !== undefined; parent = pending.pop()) {
    const kept: (Element | Text)[] = []
    for (const child of parent.children) {
      if (child.type === 'text') kept.push(isInline(parent) ? { type: 'text', value: child.value } : child)
      if (child.type !== 'element') continue
      if (SHOWN_AS_TEXT.has(child.tagName)) child.tagName = 'span'
      if (isNavigation(child)) removed.push(linesOf(child))
      else {
        slim(child)
        kept.push(child)
        pending.push(child)
      }
    }
    parent.children = kept
  }
  return removed.sort(([first], [second]) => first - second)
}

/**
 * Unwraps two kinds of inline elements, and joins the texts that then follow each other. One has no text, such as
 * `<a name="top"></a>`: the conversion would look from each at all that follow, which takes quadratic time. The other
 * contains blocks, such as an unclosed `<a name="top">`: the conversion would drop lists in it. List items outside of
 * lists get a list.
 */
function arrangeNodes(tree: Root): void {
  const parents: (Root | Element)[] = [tree]
  for (let at = 0; at < parents.length; at++)
    for (const child of parents[at]?.children ?? []) if (child.type === 'element') parents.push(child)
  // The inner elements first.
  for (const parent of parents.reverse()) {
    const kept: (Element | Text)[] = []
    for (const child of parent.children) {
      if (child.type === 'text') addText(kept, child)
      else if (child.type === 'element' && !isEmptyInline(child) && !containsBlock(child)) kept.push(child)
      else if (child.type === 'element')
        for (const inner of child.children) {
          if (inner.type === 'text') addText(kept, inner)
          else if (inner.type === 'element') kept.push(inner)
        }
    }
    // The items of an inline element are wrapped in its parent, where it is unwrapped.
    parent.children = isInline(parent) || isList(parent) ? kept : wrapItems(kept)
  }
}

const LISTS = new Set(['ul', 'ol', 'menu', 'dir'])

function isList(node: Root | Element): boolean {
  return node.type === 'element' && LISTS.has(node.tagName)
}

/** Puts list items that stand outside of lists into lists, since the conversion would drop them. */
function wrapItems(nodes: readonly (Element | Text)[]): (Element | Text)[] {
  const kept: (Element | Text)[] = []
  let list: Element | null = null
  for (const node of nodes) {
    const isBlank = node.type === 'text' && node.value.trim() === ''
    if (node.type === 'element' && node.tagName === 'li') {
      if (list === null) {
        list = { type: 'element', tagName: 'ul', properties: {}, children: [], position: node.position }
        kept.push(list)
      }
      list.children.push(node)
    } else if (list === null || !isBlank) {
      list = null
      kept.push(node)
    }
  }
  return kept
}

/** Reports whether an inline element has nothing but white space. Its own children are joined already. */
function isEmptyInline(element: Element): boolean {
  return isInline(element) && element.children.every((child) => child.type === 'text' && child.value.trim() === '')
}

const BLOCKS = new Set(
  'p div center ul ol menu dir li dl dt dd table pre blockquote address hr h1 h2 h3 h4 h5 h6'.split(' '),
)

/** Reports whether an inline element contains a block. Its own children are unwrapped already. */
function containsBlock(element: Element): boolean {
  return isInline(element) && element.children.some((child) => child.type === 'element' && BLOCKS.has(child.tagName))
}

/** Adds a text; one that follows another becomes a part of it. */
function addText(nodes: (Element | Text)[], text: Text): void {
  const last = nodes[nodes.length - 1]
  if (last?.type === 'text') last.value += text.value
  else nodes.push(text)
}

/** Attributes that affect the text. */
const KEPT = ['href', 'colSpan', 'rowSpan', 'align']
const INLINE = new Set(
  'a abbr acronym b bdo big cite code dfn em font i ins kbd label nobr s samp small span strike strong sub sup tt u var'.split(
    ' ',
  ),
)

function isInline(node: Root | Element): boolean {
  return node.type === 'element' && INLINE.has(node.tagName)
}

/** Removes attributes and positions that are not needed, since the conversion copies whole trees. */
function slim(element: Element): void {
  const properties: Element['properties'] = {}
  for (const name of KEPT) if (element.properties[name] !== undefined) properties[name] = element.properties[name]
  element.properties = properties
  if (isInline(element)) delete element.position
}

function isNavigation(element: Element): boolean {
  if (NAVIGATION.has(element.tagName)) return !isNumberLabel(textOf(element))
  if (element.tagName !== 'form') return false
  const text = textOf(element)
  return text.length <= MAX_FORM && !isNumberLabel(text) && !hasContent(element)
}

function hasContent(element: Element): boolean {
  const pending: ElementContent[] = element.children.slice()
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.type !== 'element') continue
    if (CONTENT.has(next.tagName)) return true
    for (const child of next.children) pending.push(child)
  }
  return false
}

function linesOf({ position }: Element): [number, number] {
  return [position?.start.line ?? 1, position?.end.line ?? 1]
}
