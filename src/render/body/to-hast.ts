/**
 * Turns an article's mdast into hast by the handlers of mdast-util-to-hast, which know what each node becomes.
 *
 * What drives them is ours: theirs looks through each tree for definitions and footnotes, which no article has, copies every node's
 * position, which no page shows, and clones properties; together a sixth of a page's time. The test holds the two against each other.
 */
import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot, Text } from 'hast'
import type { Nodes, Parents, Root } from 'mdast'
import type { Handlers, State } from 'mdast-util-to-hast'
import type { Plugin } from 'unified'

/** unified's plugin, in place of remark-rehype. A node without a handler ends the build. */
export const remarkToHast: Plugin<[Handlers], Root, HastRoot> = (handlers) => {
  const state = createState(handlers)
  return (tree) => ({ type: 'root', children: state.wrap(state.all(tree)) })
}

/** What handlers are given. Nothing in it changes, so all trees have it in common. */
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

/** What the children of a node become. After a break no line begins with blanks. */
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

/** Markdown's blanks. */
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

/** Properties that the tree asks for (`data.hProperties`), the one wish that `toBodyTree` has. */
function applyData<Node extends HastNodes>(from: Nodes, to: Node): Node | Element {
  if (to.type === 'element') Object.assign(to.properties, from.data?.hProperties)
  return to
}
