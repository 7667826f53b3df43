/**
 * The search page: the fixed parts, which `src/client/search/` fills. Without JavaScript, it shows a notice and links
 * to lists.
 */
import { pageHref, printPage, rootOf } from './parts/page.js'
import { ONCE, type TemplateInput } from './template.js'

const PATH = 'search/'

export const data = { ...ONCE, permalink: 'search/index.html' }

export function render({ archive }: TemplateInput): string {
  const { site, statistics } = archive
  const count = site.articleCount.toLocaleString('en-US')
  const main = (
    <>
      <h1>Search</h1>
      {searchForm()}
      {withoutScript()}
      {hints(count, statistics.recent[0]?.id ?? 'Q100000')}
      {results()}
    </>
  )
  return printPage(site, {
    path: PATH,
    title: 'Search',
    description: `Full-text search of ${count} articles, with or without a network.`,
    section: 'search',
    layout: 'search',
    scripts: ['engine.js', 'search.js'],
    main,
  })
}

function searchForm() {
  return (
    <search aria-label="Articles">
      <form id="search-form" class="search-form" action="index.html" method="get">
        <input
          id="search-text"
          type="search"
          name="q"
          aria-label="Search the articles"
          placeholder="Words, an error message, Q214864"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
        />
        <button type="submit">Search</button>
      </form>
    </search>
  )
}

/** Lists that work without a script. */
const LISTS = [
  ['product', 'product'],
  ['type', 'type of article'],
  ['keyword', 'keyword'],
  ['error', 'error code'],
  ['year', 'year'],
] as const

function withoutScript() {
  const root = rootOf(PATH)
  return (
    <noscript>
      <div class="notice">
        <p>
          Searching happens in your browser and needs JavaScript, which is off. All articles can be read without it:
        </p>
        <ul>
          {LISTS.map(([facet, label]) => (
            <li>
              <a href={pageHref(root, `${facet}/`)}>by {label}</a>
            </li>
          ))}
        </ul>
      </div>
    </noscript>
  )
}

const EXAMPLES = [
  ['windows nt service', 'any of the words, best matches first'],
  ['"general protection fault"', 'these words in this order'],
  ['0x80004005', 'an error code; a whole error message or event can be pasted'],
  ['+printer -network', 'with the first word, without the second'],
  ['instal*', 'words that begin so'],
  ['title:backup', 'in the title; also keywords:, product:'],
  ['in:resolution reboot', 'in one section of the article'],
] as const

function hints(count: string, id: string) {
  return (
    <section id="search-hints" class="search-hints" aria-label="How to search" hidden={true}>
      <p>Type to search the full text of {count} articles.</p>
      <dl class="hint-list">
        {[...EXAMPLES, [id, 'straight to an article'] as const].map(([example, meaning]) => (
          <div>
            <dt>
              <a href={`index.html?q=${encodeURIComponent(example)}`} data-state="">
                <code>{example}</code>
              </a>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p class="keys">
        <kbd>/</kbd> to the search box, <kbd>↓</kbd> <kbd>↑</kbd> through the articles, <kbd>Enter</kbd> opens,{' '}
        <kbd>Esc</kbd> back to the box.
      </p>
    </section>
  )
}

function results() {
  return (
    <div id="search-app" class="search-app" hidden={true}>
      <p id="search-speech" class="visually-hidden" role="status"></p>
      <div class="search-bar">
        <p id="search-count" class="search-count">
          Searching …
        </p>
        <button id="search-facet-switch" type="button" aria-expanded="false" aria-controls="search-facets">
          Filters
        </button>
        <label>
          Order{' '}
          <select id="search-sort" autocomplete="off">
            <option value="relevance">best match</option>
            <option value="date">newest</option>
          </select>
        </label>
      </div>
      <section id="search-facets" class="search-facets" aria-label="Filters"></section>
      <section class="search-results" aria-label="Articles found">
        <div id="search-notices"></div>
        <ol id="search-hits" class="hits"></ol>
        <p id="search-more" class="search-more" hidden={true}>
          <button id="search-more-button" type="button"></button> <span id="search-more-text"></span>
        </p>
      </section>
    </div>
  )
}
