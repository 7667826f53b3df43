/**
 * A plugin that wraps each main heading and the content after it in a `section` with the section's name as its class
 * (`class="resolution"`), and makes each heading a link to itself. `toBodyTree` has put the name into `data-section`.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast'

export function rehypeSections() {
  return (tree: Root): void => {
    const top: RootContent[] = []
    let open: Element | null = null
    for (const node of tree.children) {
      if (node.type === 'element' && isHeading(node)) {
        const name = linkHeading(node)
        if (node.tagName === 'h2') {
          open = { type: 'element', tagName: 'section', properties: { className: [name] }, children: [] }
          top.push(open)
        }
      }
      if (open === null) top.push(node)
      else if (node.type !== 'doctype') open.children.push(node)
    }
    tree.children = top
  }
}

function isHeading(node: Element): boolean {
  return typeof node.properties.dataSection === 'string'
}

/** `<h2 id=cause data-section=cause>CAUSE` -> `<h2 id=cause><a href=#cause>CAUSE</a>`; returns the section's name. */
function linkHeading(node: Element): string {
  const { id = '', dataSection } = node.properties
  const children: ElementContent[] = node.children
  node.children = [{ type: 'element', tagName: 'a', properties: { href: `#${id}` }, children }]
  node.properties = { id }
  return String(dataSection)
}
