/**
 * The page for addresses that do not exist. A host shows it at any depth, so its links begin with the path of the
 * site's URL. If that is not known, they begin at the root of the host, and a script finds the path of the archive and
 * corrects them.
 */
import { pageHref, printPage, searchForm } from './parts/page.js'
import { ONCE, type TemplateInput } from './template.js'

export const data = { ...ONCE, permalink: '404.html' }

/**
 * Most levels between a wrong address and the root for which the script is found: `/kb/articles/q214/8/64.asp` has
 * five.
 */
const DEEPEST = 6

export function render({ archive: { site } }: TemplateInput): string {
  const root = site.url === null ? '/' : new URL(site.url).pathname
  const main = (
    <div class="prose">
      <h1>This page is not here</h1>
      <p>The archive may have the article under another address: try its number, or words of its title.</p>
      {searchForm(root, 'Words, an error code, Q214864')}
      <p>
        <a href={pageHref(root, '')}>Home</a>
      </p>
      <div id="not-found" hidden={true} />
    </div>
  )
  return printPage(site, {
    path: '404.html',
    root,
    title: 'Not here',
    description: 'There is no such page.',
    section: 'search',
    scripts: ['numbers.js'],
    seekers: site.url === null ? Array.from({ length: DEEPEST + 1 }, (_, depth) => '../'.repeat(depth)) : [],
    layout: 'plain',
    main,
  })
}
