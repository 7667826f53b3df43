/** The file `robots.txt`: allows all crawlers, and names the sitemap. */
import { ONCE, type TemplateInput } from './template.js'

export const data = { ...ONCE, permalink: 'robots.txt' }

export function render({ archive: { site } }: TemplateInput): string {
  const sitemap = site.url === null ? '' : `\nSitemap: ${site.url}sitemap.xml\n`
  return `User-agent: *\nAllow: /\n${sitemap}`
}
