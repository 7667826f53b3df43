/** Constants that the sitemaps and their index share. */
import type { SiteView } from '../../src/render/view.js'

export const SITEMAP_NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'
/** Most addresses of a sitemap: the limit of the protocol. */
export const MOST_ADDRESSES = 50_000

export function countSitemaps(site: SiteView): number {
  return Math.max(1, Math.ceil(site.articleCount / MOST_ADDRESSES))
}
