/**
 * Turns an article's mdast into hast with the handlers of mdast-util-to-hast.
 *
 * This file replaces that package's own driver, which does work that articles do not need: it searches each tree for
 * definitions and footnotes, copies positions and clones properties. A test compares the results of both.
 */
import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot, Text } from 'hast'
import type { Nodes, Parents, Root } from 'mdast'
import type { Handlers, State } from 'mdast-util-to-hast'
import type { Plugin } from 'unified'

/** A plugin of unified that replaces remark-rehype. Throws for a node without a handler. */
export const remarkToHast: Plugin<[Handlers], Root, HastRoot> = (handlers) => {
  const state = createState(handlers)
  return (tree) => ({ type: 'root', children: state.wrap(state.all(tree)) })
}

/** The state that handlers receive. It never changes, so all trees share it. */
function createState(handlers: Handlers): State {
  const state: State = {
    handlers,
    options: {},
    definitionById: new Map(),
    footnoteById: new Map(),
    footnoteCounts: new Map(),
    footnoteOrder: [],
    one(node, parent) {
      const handle = handlers[node.type]
      if (handle === undefined) throw new Error(`Expected a node of an article, found \`${node.type}\``)
      return handle(state, node, parent)
    },
    all: (parent) => ('children' in parent ? toContents(state, parent) : []),
    wrap: putLineEndsBetween,
    patch: () => undefined,
    applyData,
  }
  return state
}

/** Turns the children of a node into hast. Removes spaces at the beginning of a line after a break. */
function toContents(state: State, parent: Parents): ElementContent[] {
  const contents: ElementContent[] = []
  let before: Nodes | null = null
  for (const child of parent.children) {
    const made = state.one(child, parent)
    if (Array.isArray(made)) for (const content of made) contents.push(content)
    else if (made !== undefined) contents.push(before?.type === 'break' ? withoutIndent(made) : made)
    before = child
  }
  return contents
}

/** Spaces and tabs at the beginning of a line. */
const INDENT = /^[ \t]+/

function withoutIndent(made: ElementContent): ElementContent {
  const text = made.type === 'element' ? made.children[0] : made
  if (text?.type === 'text') text.value = text.value.replace(INDENT, '')
  return made
}

function putLineEndsBetween<Node extends HastNodes>(nodes: readonly Node[], around = false): (Node | Text)[] {
  const lines: (Node | Text)[] = around ? [lineEnd()] : []
  for (const [index, node] of nodes.entries()) {
    if (index > 0) lines.push(lineEnd())
    lines.push(node)
  }
  if (around && nodes.length > 0) lines.push(lineEnd())
  return lines
}

function lineEnd(): Text {
  return { type: 'text', value: '\n' }
}

/** Adds the properties in `data.hProperties`; `toBodyTree` uses no other field of this kind. */
function applyData<Node extends HastNodes>(from: Nodes, to: Node): Node | Element {
  if (to.type === 'element') Object.assign(to.properties, from.data?.hProperties)
  return to
}
