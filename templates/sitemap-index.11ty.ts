/** The index of sitemaps, since a sitemap has at most 50,000 addresses. It needs the URL of the site. */
import { x } from 'xastscript'
import { countSitemaps, SITEMAP_NAMESPACE } from './parts/sitemap.js'
import { printXml } from './parts/xml.js'
import { ONCE_WITH_ADDRESS, type TemplateInput } from './template.js'

export const data = { ...ONCE_WITH_ADDRESS, permalink: 'sitemap.xml' }

export function render({ archive: { site } }: TemplateInput): string {
  const parts = Array.from({ length: countSitemaps(site) }, (_, index) =>
    x('sitemap', [x('loc', `${site.url ?? ''}sitemap-${index + 1}.xml`)]),
  )
  return printXml(x('sitemapindex', { xmlns: SITEMAP_NAMESPACE }, parts))
}
