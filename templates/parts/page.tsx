/**
 * The frame of every page: head, header with the search, landmarks, footer. `printPage` is what each template returns.
 *
 * Nodes that are the same on all pages of a depth are made once and shared: nothing after this changes a node.
 */
import type { Root } from 'hast'
import type { Child, Result } from 'hastscript'
import { pageProcessor } from '../../src/render/body/processor.js'
import { hasControls, markControls } from '../../src/render/controls.js'
import { keepPrinted } from '../../src/render/print-html.js'
import type { SiteFrame } from '../../src/render/view.js'

/** A page before it is framed. */
export interface Page {
  /** Site path, ending in `/`: `kb/214/Q214864/`; the home page's is empty. */
  readonly path: string
  /** From the page to the root, where that is not what `path` says: the 404 page stands anywhere. */
  readonly root?: string
  readonly title: string
  readonly description: string
  /** Which entry of the navigation is this page's: `product`, or `null`. */
  readonly section?: string | null
  /** What the page is to machines, printed as JSON-LD where the site has an address. */
  readonly jsonLd?: object | null
  /** Scripts beside the page's own, by their names in `site.assets`: `['search.js']`. */
  readonly scripts?: readonly string[]
  /** Ways up to where the root may be, at which the page asks for the script that finds it. */
  readonly seekers?: readonly string[]
  /** Class of `main`, which decides the layout. */
  readonly layout: 'reading' | 'list' | 'plain' | 'search' | 'originals'
  readonly main: Child
}

/** From a page to the site's root: `kb/214/Q214864/` -> `../../../`. */
export function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1)
}

/** A link to a page names its file, so that it works by double click too. */
export function pageHref(root: string, path: string): string {
  return `${root}${path}index.html`
}

/**
 * No inline script or style, nothing from other hosts. `file:` lets the search form work where a page is opened by double click.
 * Without blanks: it stands on every page.
 */
const PAGE_POLICY =
  "default-src 'none';script-src 'self';style-src 'self';img-src 'self';form-action 'self' file:;base-uri 'none'"

/**
 * The policy with what some page needs besides: the search page a worker and the articles that it shows passages of, fetched or in a
 * frame; pages to install from their manifest, a service worker.
 */
export function toSitePolicy({ pwa }: SiteFrame): string {
  const worker = pwa ? "worker-src 'self' blob:" : 'worker-src blob:'
  return `${PAGE_POLICY};manifest-src 'self';${worker};connect-src 'self';frame-src 'self'`
}

const NAVIGATION = [
  ['product', 'Products'],
  ['type', 'Types'],
  ['keyword', 'Keywords'],
  ['error', 'Errors'],
  ['year', 'Years'],
] as const

/** What else there is, the home page and the one about the archive link to. */
const FOOTER = [
  ['about', 'About'],
  ['legal', 'Legal'],
] as const

/** The finished page as text. */
export function printPage(site: SiteFrame, page: Page): string {
  const tree = framePage(site, page)
  const html = pageProcessor.stringify(tree)
  // Nearly no page has any: looking at the text is cheaper than walking the tree.
  return hasControls(html) ? pageProcessor.stringify(markControls(tree)) : html
}

/** The whole page as a tree. */
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
        {/* A page that stands anywhere has no address of its own, and is nothing to find. */}
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

/** What machines want to know where the site has an address, beyond what `title`, the description and the canonical link say already. */
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

/** Characters that could end a script element or a line of it, and ` href=`, as in text (print-html.ts). */
const UNSAFE_IN_SCRIPT = /[<>&\u2028\u2029]| (?:href|src) *=/g

/** JSON that no HTML parser can leave early: `</script>` becomes `\u003c/script\u003e`. */
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

/** Frames by site, then by depth and navigation entry. */
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

/** A script of the page beside `page.js`: it waits for the document. */
function script(site: SiteFrame, root: string, name: string): Result {
  return <script src={assetHref(site, root, name)} defer={true} />
}

/** The page's script comes before the stylesheet and is not deferred: it sets the theme before anything is painted. */
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

/** The search box of the head and of the page for what is not there; the search page has its own. */
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
