/** The OpenSearch description, by which a browser can offer the archive as a search engine. It needs the site's URL. */
import { x } from 'xastscript'
import { printXml } from './parts/xml.js'
import { ONCE_WITH_ADDRESS, type TemplateInput } from './template.js'

export const data = { ...ONCE_WITH_ADDRESS, permalink: 'opensearch.xml' }

/** Longest name that the format allows, in characters. */
const LONGEST_NAME = 16

export function render({ archive: { site } }: TemplateInput): string {
  const url = site.url ?? ''
  return printXml(
    x('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, [
      x('ShortName', site.title.slice(0, LONGEST_NAME)),
      x('Description', `Search ${site.title}`),
      x('InputEncoding', 'UTF-8'),
      x('Url', { type: 'text/html', template: `${url}search/index.html?q={searchTerms}&go=1` }),
    ]),
  )
}
