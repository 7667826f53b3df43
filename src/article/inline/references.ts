/**
 * Citations of other articles: what is one, which id it names, and how the lines of a citation join.
 */
import type { Nodes, PhrasingContent } from 'mdast'
import type { Reference, Section } from '../article.js'
import type { Line } from '../lines.js'
import { joinLines } from './join-lines.js'

/** `Q152734 How to`, `Q152734: BUG`, `Q152734Prompt`; not `Q2200510`, `Q309387.exe`, `Q309387_w2k` */
const LEADING = /^Q(\d{5,6})(?![\d_]|\.[A-Za-z])/

/** Whether a line begins with the id of an article. */
export function startsWithReference(text: string): boolean {
  return LEADING.test(text.trimStart())
}

/** The path of an article's page: `/kb/152/Q152734/`. */
export function articlePath(number: number): string {
  return `/kb/${String(number).padStart(6, '0').slice(0, -3)}/Q${number}/`
}

/** The lines of a chunk of citations: a link each, on a line of its own. */
export function referenceParagraph(lines: readonly Line[]): PhrasingContent[] {
  const groups: string[][] = []
  for (const line of lines) {
    const text = line.text.trimStart()
    if (LEADING.test(text) || groups.length === 0) groups.push([text])
    else groups[groups.length - 1]?.push(text)
  }
  const nodes: PhrasingContent[] = []
  for (const group of groups) {
    if (nodes.length > 0) nodes.push({ type: 'break' })
    const text = joinLines(group)
    const id = LEADING.exec(text)?.[1]
    const number = Number(id)
    if (id === undefined) nodes.push({ type: 'text', value: text })
    else
      nodes.push({
        type: 'link',
        url: articlePath(number),
        data: { article: `Q${number}` },
        children: [{ type: 'text', value: text }],
      })
  }
  return nodes
}

/** Separators between a printed id and its title. */
const TITLE_GAP = /^Q\d{5,6}[\s:,-]*/

/** Every citation of the sections, in order: id, printed title, and the section it stands in. */
export function collectReferences(sections: readonly Section[]): Reference[] {
  const references: Reference[] = []
  sections.forEach((section, index) => {
    const pending: Nodes[] = [...section.children].reverse()
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (node.type === 'link' && node.data?.article !== undefined) {
        const text = node.children.map((child) => ('value' in child ? child.value : '')).join('')
        const title = text.replace(TITLE_GAP, '')
        references.push({ id: node.data.article, title: title === '' ? null : title, section: index })
      } else if ('children' in node) {
        for (let at = node.children.length - 1; at >= 0; at--) {
          const child = node.children[at]
          if (child !== undefined) pending.push(child)
        }
      }
    }
  })
  return references
}
