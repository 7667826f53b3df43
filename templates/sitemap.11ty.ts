/**
 * A sitemap: the addresses of at most 50,000 articles, with the dates of their last change. It needs the site's URL.
 */
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { OnceView } from '../src/render/view.js'
import { countSitemaps, MOST_ADDRESSES, SITEMAP_NAMESPACE } from './parts/sitemap.js'
import { printXml } from './parts/xml.js'
import { eachPage, type TemplateInput } from './template.js'

export const data = {
  ...eachPage(({ single, site }) => (single && site.url !== null ? countSitemaps(site) : 0)),
  permalink: ({ entry }: TemplateInput<number>) => `sitemap-${entry}.xml`,
}

export function render({ archive, entry }: TemplateInput<number>): string {
  return printXml(x('urlset', { xmlns: SITEMAP_NAMESPACE }, listAddresses(archive, entry - 1)))
}

function listAddresses(archive: OnceView, part: number): Element[] {
  const addresses: Element[] = []
  let index = 0
  for (const { path, modified } of archive.sitemap()) {
    if (Math.floor(index++ / MOST_ADDRESSES) !== part) continue
    const lastmod = modified === null ? null : x('lastmod', modified)
    addresses.push(x('url', [x('loc', (archive.site.url ?? '') + path), lastmod]))
  }
  return addresses
}
