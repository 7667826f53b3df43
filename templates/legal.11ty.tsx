/** The legal page: who owns the texts, and the notice at the end of nearly all of them. */
import { STANDARD_NOTICE } from '../src/render/words/article-words.js'
import { printPage } from './parts/page.js'
import { ONCE, type TemplateInput } from './template.js'

const PATH = 'legal/'

export const data = { ...ONCE, permalink: `${PATH}index.html` }

export function render({ archive: { site } }: TemplateInput): string {
  const main = (
    <>
      <header class="lead">
        <h1>Legal</h1>
      </header>
      <div class="prose">
        <p>
          The articles are the work of their publishers, named in the copyright line at the end of each. They are kept
          here as a record; nothing in them was changed but their form. Product names are trademarks of their owners,
          who have nothing to do with this archive.
        </p>
        <h2 id="notice">The usual notice</h2>
        <p>An article that says it is provided "as is" ended with this notice:</p>
        <blockquote>
          <p>{STANDARD_NOTICE}</p>
        </blockquote>
        <p>An article that ended with another notice shows that instead.</p>
      </div>
    </>
  )
  return printPage(site, {
    path: PATH,
    title: 'Legal',
    description: 'Whose the texts are, and under which terms they were published.',
    layout: 'plain',
    main,
  })
}
