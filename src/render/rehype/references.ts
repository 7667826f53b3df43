/**
 * A plugin for references: `<a data-article="Q152734">` gets the address of the article. If the archive lacks it, the
 * link becomes a `span` that says so. The text in the element stays as it is.
 */
import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import type { BodyPage } from '../body/body-page.js'
import { walkElements } from '../body/walk.js'
import { articlePath } from '../paths.js'
import type { Card } from '../view.js'
import { toProductName } from '../words/product-name.js'

export function rehypeReferences() {
  return (tree: Root, file: VFile): void => {
    walkElements(tree, 'a', (node) => {
      const id = node.properties.dataArticle
      return typeof id === 'string' ? toReference(node, id, file.data.page) : undefined
    })
  }
}

function toReference(node: Element, id: string, page: BodyPage | undefined): Element {
  const card = page?.targets.get(id)?.card ?? null
  if (page === undefined || card === null) {
    const properties = { className: ['missing'], title: `${id} is not in this archive` }
    return { ...node, tagName: 'span', properties }
  }
  return { ...node, properties: { href: `${page.root}${articlePath(card.number)}index.html`, title: describe(card) } }
}

/** The tooltip of a reference: `PRB: Title (Example Server, 1999-04-12)`. */
function describe(card: Card): string {
  return `${card.title} (${[toProductName(card.product), card.modified].filter(Boolean).join(', ')})`
}
