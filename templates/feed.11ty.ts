/** The most recent articles as an Atom feed. It needs the URL of the site. */
import { x } from 'xastscript'
import { articlePath } from '../src/render/paths.js'
import type { Card } from '../src/render/view.js'
import { toProductName } from '../src/render/words/product-name.js'
import { printXml } from './parts/xml.js'
import { ONCE_WITH_ADDRESS, type TemplateInput } from './template.js'

export const data = { ...ONCE_WITH_ADDRESS, permalink: 'feed.xml' }

export function render({ archive }: TemplateInput): string {
  const { site, statistics } = archive
  const url = site.url ?? ''
  const dated = statistics.recent.filter((card) => card.modified !== null)
  const feed = x('feed', { xmlns: 'http://www.w3.org/2005/Atom' }, [
    x('title', site.title),
    x('id', url),
    x('link', { href: url }),
    x('link', { rel: 'self', href: `${url}feed.xml` }),
    x('updated', toInstant(dated[0]?.modified ?? '1970-01-01')),
    x('author', [x('name', site.title)]),
    x('generator', site.generator),
    ...dated.map((card) => toEntry(url, card)),
  ])
  return printXml(feed)
}

function toEntry(url: string, card: Card) {
  const address = url + articlePath(card.number)
  return x('entry', [
    x('title', `${card.id}: ${card.title}`),
    x('id', address),
    x('link', { href: address }),
    x('updated', toInstant(card.modified ?? '')),
    x('category', { term: toProductName(card.product) }),
    x('summary', card.summary),
  ])
}

/** The first second of a day: Atom needs a time, but the archive has only days. */
function toInstant(day: string): string {
  return `${day}T00:00:00Z`
}
