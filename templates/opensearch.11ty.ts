/**
 * Lets a browser offer the archive's search among its own. Needs the site's address.
 */
import { x } from 'xastscript'
import { printXml } from './parts/xml.js'
import { ONCE_WITH_ADDRESS, type TemplateInput } from './template.js'

export const data = { ...ONCE_WITH_ADDRESS, permalink: 'opensearch.xml' }

/** The format's limit. */
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
