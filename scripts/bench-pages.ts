/**
 * `npm run bench:pages [-- SITE]`: measures a reader's first visit to a page of each kind. Prints the number of pages
 * of the kind and their sizes, gzipped. For the page of median size, it prints what a browser with an empty cache
 * fetches, the number of elements and of layout shifts, and the number of findings of axe and html-validate.
 *
 * The site (default `dist/site`) is served by `kb serve`'s server. Needs Chromium.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { serveSite } from '../src/serve/serve-site.js'
import { listSiteFiles } from '../src/site/site-files.js'
import { CHROMIUM, inChromium } from '../test/browser/chromium.js'
import { askAxe, readShifts, recordShifts } from '../test/browser/page-checks.js'
import { validate } from '../test/templates/html-validator.js'

const KINDS: Readonly<Record<string, RegExp>> = {
  article: /^kb\/\d+\/Q\d+\/index\.html$/,
  originals: /^kb\/\d+\/originals-\d\/index\.html$/,
  bucket: /^kb\/\d+\/index\.html$/,
  'list of a product': /^product\/[^/]+\/(?:\d+\/)?index\.html$/,
  'other list': /^(?:type|keyword|technology|system|year|error)\/[^/]+\/(?:\d+\/)?index\.html$/,
  index: /^(?:product|type|keyword|technology|system|year|error)\/index\.html$/,
  home: /^index\.html$/,
  search: /^search\/index\.html$/,
  about: /^about\/index\.html$/,
  wanted: /^wanted\/(?:\d+\/)?index\.html$/,
  problems: /^problems\/index\.html$/,
  legal: /^legal\/index\.html$/,
  'not found': /^404\.html$/,
}

interface Sized {
  readonly path: string
  readonly bytes: number
}

function sizeOf(site: string, path: string): number {
  return gzipSync(readFileSync(join(site, path)), { level: 9 }).length
}

/** The pages of a kind, from the smallest to the largest. */
function bySize(site: string, paths: readonly string[], pattern: RegExp): Sized[] {
  const pages = paths.filter((path) => pattern.test(path)).map((path) => ({ path, bytes: sizeOf(site, path) }))
  return pages.sort((a, b) => a.bytes - b.bytes)
}

/** The page at a quantile of the sizes: 0.5 is the median. */
function atShare(pages: readonly Sized[], share: number): Sized | undefined {
  return pages[Math.min(pages.length - 1, Math.floor(pages.length * share))]
}

/** Opens a page and measures what it fetches and shows. */
async function openPage(site: string, path: string): Promise<Record<string, unknown>> {
  const server = await serveSite({ directory: site, host: '127.0.0.1', port: 0 })
  const origin = `http://127.0.0.1:${server.port}`
  const fetched = new Set<string>()
  const look = async (page: Page) => {
    page.on('request', (request) => {
      const { protocol, pathname } = new URL(request.url())
      if (protocol === 'http:' && pathname !== '/favicon.ico') fetched.add(decodeURIComponent(pathname).slice(1))
    })
    await page.addInitScript(recordShifts)
    await page.goto(`${origin}/${path}`, { waitUntil: 'networkidle' })
    const shifts = await page.evaluate(readShifts)
    const elements = await page.evaluate(() => document.querySelectorAll('*').length)
    const files = [...fetched].filter((name) => existsSync(join(site, name)))
    const gzipped = files.reduce((sum, name) => sum + sizeOf(site, name), 0)
    const found = { axe: await askAxe(page), html: await validate(path, readFileSync(join(site, path), 'utf8')) }
    return {
      files: files.length,
      'all gzipped': gzipped,
      elements,
      shifts: Array.isArray(shifts) ? shifts.length : '',
      axe: found.axe.length,
      'html-validate': found.html.length,
    }
  }
  let result: Record<string, unknown> = {}
  const use = async (page: Page) => {
    result = await look(page)
  }
  await inChromium(use, { origin, viewport: { width: 1280, height: 800 }, expectedMessage: /404|MIME type/ }).finally(
    () => server.close(),
  )
  return result
}

const site = resolve(process.argv[2] ?? 'dist/site')
if (CHROMIUM === null) throw new Error('Expected `chromium` on PATH')
const paths = listSiteFiles(site).map(({ path }) => path)
const rows: Record<string, Record<string, unknown>> = {}
for (const [kind, pattern] of Object.entries(KINDS)) {
  const pages = bySize(site, paths, pattern)
  const usual = atShare(pages, 0.5)
  if (usual === undefined) continue
  const sizes = { pages: pages.length, median: usual.bytes, '99 of 100': atShare(pages, 0.99)?.bytes }
  rows[kind] = { ...sizes, ...(await openPage(site, usual.path)) }
}
console.table(rows)
