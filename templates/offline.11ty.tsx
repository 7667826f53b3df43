/** The page that the service worker (`--pwa`) shows offline in place of a page that has not been visited. */
import { pageHref, printPage, rootOf } from './parts/page.js'
import { ONCE_WITH_WORKER, type TemplateInput } from './template.js'

const PATH = 'offline/'

export const data = { ...ONCE_WITH_WORKER, permalink: `${PATH}index.html` }

export function render({ archive: { site } }: TemplateInput): string {
  const main = (
    <div class="prose">
      <h1>This page is not kept</h1>
      <p>
        You are offline, and only pages that you have visited are kept.{' '}
        <a href={pageHref(rootOf(PATH), 'search/')}>The search</a> finds what it has been asked before.
      </p>
      <section id="offline-pages" hidden={true} />
    </div>
  )
  return printPage(site, {
    path: PATH,
    title: 'Offline',
    description: 'What is kept for reading offline.',
    layout: 'plain',
    main,
  })
}
