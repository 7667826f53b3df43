/**
 * The parts that all pages share: head, header with the search, landmarks, footer. Each template returns the result of
 * `printPage`.
 *
 * Nodes that are the same on all pages of a depth are made once and shared. So nobody may change a node later.
 */
import type { Root } from 'hast'
import type { Child, Result } from 'hastscript'
import { pageProcessor } from '../../src/render/body/processor.js'
import { hasControls, markControls } from '../../src/render/controls.js'
import { keepPrinted } from '../../src/render/print-html.js'
import type { SiteFrame } from '../../src/render/view.js'

/** The content of a page, and the data for its shared parts. */
export interface Page {
  /** The path in the site, with a slash at the end: `kb/214/Q214864/`. That of the home page is empty. */
  readonly path: string
  /** The address of the root, if it does not follow from `path`: the 404 page is shown at any depth. */
  readonly root?: string
  readonly title: string
  readonly description: string
  /** The navigation entry to mark as current: `product`; `null`: none. */
  readonly section?: string | null
  /** Data for machines, printed as JSON-LD if the site has a URL. */
  readonly jsonLd?: object | null
  /** Further scripts, by their names in `site.assets`: `['search.js']`. */
  readonly scripts?: readonly string[]
  /** Relative addresses at which the root may be; the page tries to load the script that finds the root from each. */
  readonly seekers?: readonly string[]
  /** The class of `main`, which decides the layout. */
  readonly layout: 'reading' | 'list' | 'plain' | 'search' | 'originals'
  readonly main: Child
}

/** The relative address from a page to the root of the site: `kb/214/Q214864/` -> `../../../`. */
export function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1)
}

/** The address of a page. It names the file, so that links also work on `file://`. */
export function pageHref(root: string, path: string): string {
  return `${root}${path}index.html`
}

/**
 * The content security policy of pages: no inline scripts or styles, nothing from other hosts. With `file:`, the search
 * form works on `file://`. It is written without spaces, because it is on every page.
 */
const STRICT_POLICY =
  "default-src 'none';script-src 'self';style-src 'self';img-src 'self';form-action 'self' file:;base-uri 'none'"

/** The same with the worker in which the search engine runs while one types into a page's search box. */
const PAGE_POLICY = `${STRICT_POLICY};worker-src blob:`

/**
 * The policy for the whole site, which allows what single pages need: articles for the search page's passages, fetched
 * or in a frame; the web app manifest and the service worker.
 */
export function toSitePolicy({ pwa }: SiteFrame): string {
  const worker = pwa ? "worker-src 'self' blob:" : 'worker-src blob:'
  return `${STRICT_POLICY};manifest-src 'self';${worker};connect-src 'self';frame-src 'self'`
}

const NAVIGATION = [
  ['product', 'Products'],
  ['type', 'Types'],
  ['keyword', 'Keywords'],
  ['error', 'Errors'],
  ['year', 'Years'],
] as const

/** Links in the footer. Other pages are linked from the home page and the page about the archive. */
const FOOTER = [
  ['about', 'About'],
  ['legal', 'Legal'],
] as const

/** Prints a page. */
export function printPage(site: SiteFrame, page: Page): string {
  const tree = framePage(site, page)
  const html = pageProcessor.stringify(tree)
  // Nearly no page has control characters: testing the text is cheaper than walking the tree.
  return hasControls(html) ? pageProcessor.stringify(markControls(tree)) : html
}

/** The whole page as hast. */
export function framePage(site: SiteFrame, page: Page): Root {
  const root = page.root ?? rootOf(page.path)
  const frame = sharedFrame(site, root, page)
  const html = (
    <html lang="en" dataRoot={root}>
      <head>
        {frame.head}
        <title>{page.title === site.title ? site.title : `${page.title} - ${site.title}`}</title>
        <meta
          name="description"
          property={site.url === null || page.root !== undefined ? null : 'og:description'}
          content={page.description}
        />
        {/* A page that is shown at any depth has no address of its own, and should not be indexed. */}
        {page.root === undefined ? null : <meta name="robots" content="noindex" />}
        {site.url === null || page.root !== undefined ? null : addressed(site.url, page)}
        {page.scripts?.map((name) => script(site, root, name))}
        {page.seekers?.map((up) => script(site, up, 'find-root.js'))}
      </head>
      <body>
        {frame.header}
        <main id="main" class={page.layout}>
          {page.main}
        </main>
        {frame.footer}
      </body>
    </html>
  )
  return { type: 'root', children: [{ type: 'doctype' }, ...(html.type === 'root' ? html.children : [html])] }
}

/** Elements of the head for machines, if the site has a URL. */
function addressed(url: string, page: Page): Result {
  const address = url + page.path
  return (
    <>
      <link rel="canonical" href={address} />
      <meta property="og:type" content={page.layout === 'reading' ? 'article' : 'website'} />
      {page.jsonLd === null || page.jsonLd === undefined ? null : (
        <script type="application/ld+json">{toJsonLd(page.jsonLd)}</script>
      )}
    </>
  )
}

/**
 * Characters that could end a script element or a line in it; and ` href=`, for the same reason as in `print-html.ts`.
 */
const UNSAFE_IN_SCRIPT = /[<>&\u2028\u2029]| (?:href|src) *=/g

/** JSON that cannot end a script element early: `</script>` becomes `\u003c/script\u003e`. */
export function toJsonLd(value: object): string {
  return JSON.stringify(value).replace(
    UNSAFE_IN_SCRIPT,
    (unsafe) => unsafe.slice(0, -1) + toUnicodeEscape(unsafe.slice(-1)),
  )
}

/** `<` -> `\u003c` */
function toUnicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

interface Frame {
  readonly head: Result
  readonly header: Result
  readonly footer: Result
}

/** Shared parts by site, then by depth and navigation entry. */
const frameCache = new WeakMap<SiteFrame, Map<string, Frame>>()

function sharedFrame(site: SiteFrame, root: string, { section = null, layout }: Page): Frame {
  let frames = frameCache.get(site)
  if (frames === undefined) {
    frames = new Map()
    frameCache.set(site, frames)
  }
  const mayInstall = layout === 'plain' || layout === 'search'
  const key = `${root} ${section} ${mayInstall}`
  const known = frames.get(key)
  if (known !== undefined) return known
  const frame = {
    head: keepPrinted(sharedHead(site, root, mayInstall)),
    header: keepPrinted(sharedHeader(site, root, section)),
    footer: keepPrinted(sharedFooter(root)),
  }
  frames.set(key, frame)
  return frame
}

function assetHref(site: SiteFrame, root: string, name: string): string {
  return `${root}assets/${site.assets[name] ?? name}`
}

/** A further script, which runs when the document has been parsed. */
function script(site: SiteFrame, root: string, name: string): Result {
  return <script src={assetHref(site, root, name)} defer={true} />
}

/**
 * The shared part of the head. `page.js` comes before the style sheet and is not deferred, to set the theme before
 * painting.
 */
function sharedHead(site: SiteFrame, root: string, mayInstall: boolean): Result {
  return (
    <>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={mayInstall || site.pwa ? toSitePolicy(site) : PAGE_POLICY} />
      <meta name="viewport" content="width=device-width" />
      <script src={assetHref(site, root, 'page.js')} />
      <link rel="stylesheet" href={assetHref(site, root, 'site.css')} />
      <link rel="icon" href={assetHref(site, root, 'icon.svg')} />
      {mayInstall ? <link rel="manifest" href={`${root}manifest.webmanifest`} /> : null}
      {site.pwa ? script(site, root, 'pwa.js') : null}
      {site.url === null || !mayInstall ? null : (
        <>
          <link
            rel="search"
            href={`${root}opensearch.xml`}
            type="application/opensearchdescription+xml"
            title={site.title}
          />
          <link rel="alternate" href={`${root}feed.xml`} type="application/atom+xml" title="Latest revisions" />
        </>
      )}
    </>
  )
}

function sharedHeader(site: SiteFrame, root: string, section: string | null): Result {
  return (
    <>
      <a class="skip" href="#main">
        Skip to content
      </a>
      <header class="top">
        <a class="brand" href={pageHref(root, '')}>
          {site.title}
        </a>
        {section === 'search' ? null : searchForm(root, 'Search')}
        <nav aria-label="Browse">
          {NAVIGATION.map(([name, label]) => (
            <a href={pageHref(root, `${name}/`)} aria-current={name === section ? 'true' : null}>
              {label}
            </a>
          ))}
        </nav>
      </header>
    </>
  )
}

/** The search box of the header and of the 404 page; the search page has its own. */
export function searchForm(root: string, hint: string): Result {
  return (
    <search>
      <form action={pageHref(root, 'search/')}>
        <input type="search" name="q" aria-label="Search" placeholder={hint} />
        <button type="submit">Search</button>
      </form>
    </search>
  )
}

function sharedFooter(root: string): Result {
  return (
    <footer class="bottom">
      {FOOTER.map(([name, label]) => (
        <a href={pageHref(root, `${name}/`)}>{label}</a>
      ))}
    </footer>
  )
}
