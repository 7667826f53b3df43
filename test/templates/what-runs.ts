/** What could run on a page, or lead somewhere: read as browsers read it, by `hast-util-from-html`. */
import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'

/** Elements of the parsed page, shadow content included. */
export function listElements(node: Nodes, found: Element[] = []): Element[] {
  if (node.type === 'element') found.push(node)
  if ('children' in node) for (const child of node.children) listElements(child, found)
  return found
}

const RUNNING_ELEMENTS = new Set(['iframe', 'object', 'embed', 'style', 'base', 'img', 'applet', 'frame', 'video'])
const ADDRESSES = ['href', 'src', 'action', 'formAction', 'cite', 'data', 'poster', 'xLinkHref', 'srcSet']
/** Of this site, or of the address that tests give it. */
const OWN_ADDRESS = /^(?:(?:\.\.\/)*[\w./~-]*(?:\?[\w=&%*-]*)?(?:#[^\s]*)?$|https:\/\/kb\.example\/)/
/** Where a link that an article wrote itself may lead. */
const WRITTEN_ADDRESS = /^(?:https?:\/\/|ftp:\/\/|mailto:|news:)[^\s]*$/

/** What could run on a page; nothing may. `mayLeave`: links of the article's own to other sites are no finding. */
export function whatRuns(html: string, mayLeave = false): string[] {
  const found: string[] = []
  for (const { tagName, properties } of listElements(fromHtml(html))) {
    if (RUNNING_ELEMENTS.has(tagName)) found.push(`<${tagName}>`)
    if (tagName === 'script' && properties.src === undefined && properties.type !== 'application/ld+json')
      found.push('<script>')
    for (const [name, value] of Object.entries(properties)) {
      if (/^on/i.test(name) || name === 'style') found.push(`${tagName} ${name}`)
      if (!ADDRESSES.includes(name) || OWN_ADDRESS.test(String(value))) continue
      if (mayLeave && tagName === 'a' && WRITTEN_ADDRESS.test(String(value))) continue
      found.push(`${tagName} ${name}=${value}`)
    }
  }
  return found
}
