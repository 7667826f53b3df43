/**
 * A site built with `--pwa`, on a host that goes away: what was visited can be read, in Chromium.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type RunningServer, serveSite } from '../../src/serve/serve-site.js'
import { CHROMIUM, inChromium } from './chromium.js'
import { copySite, makeCompactSite, makeSite, type TestSite } from './test-site.js'

const FLAGS = ['--pwa']
const site = CHROMIUM === null ? null : copySite(await makeSite(FLAGS))
const compact = CHROMIUM === null ? null : await makeCompactSite(FLAGS)

const ARTICLE = 'kb/231/Q231410/'

interface Host {
  readonly origin: string
  /** The network is gone: nobody answers any more. */
  stop(): Promise<void>
}

/** Serves a site while `use` works with a page of it. Requests that nobody answers complain, as they should. */
function it(title: string, served: TestSite | null, use: (page: Page, host: Host) => Promise<void>): void {
  if (served === null) return
  test(`it ${title}`, async () => {
    const server: RunningServer = await serveSite({ directory: served.folder, host: '127.0.0.1', port: 0 })
    const origin = `http://127.0.0.1:${server.port}`
    let stopped: Promise<void> | null = null
    const stop = () => {
      stopped ??= server.close()
      return stopped
    }
    await inChromium((page) => use(page, { origin, stop }), {
      origin,
      expectedMessage: /ERR_CONNECTION_REFUSED|ServiceWorker|Failed to fetch/,
    }).finally(stop)
  })
}

/** Visits a page and waits until it says that it is kept. */
async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByText('This page is available offline.').waitFor()
}

it('keeps visited pages, and only those', site, async (page, { origin, stop }) => {
  await visit(page, `${origin}/${ARTICLE}`)
  await visit(page, `${origin}/kb/087/Q87450/`)
  await page.getByText('2 pages kept for reading offline.').waitFor()
  await stop()
  await page.goto(`${origin}/${ARTICLE}index.html`)
  assert.match((await page.locator('h1').textContent()) ?? '', /Registry Values/)
  // The style sheet is there too.
  assert.is(await page.evaluate("getComputedStyle(document.querySelector('.top')).display"), 'flex')
  await page.goto(`${origin}/kb/214/`)
  await page.waitForURL(/\/offline\/\?page=/)
  assert.equal(await page.locator('#offline-pages li').count(), 2)
  await page
    .locator('#offline-pages')
    .getByRole('link', { name: /Registry Values/ })
    .click()
  await page.waitForURL(`${origin}/${ARTICLE}`)
})

it('searches without a network what it has searched before', site, async (page, { origin, stop }) => {
  await visit(page, `${origin}/${ARTICLE}`)
  await page.goto(`${origin}/search/?q=printer`)
  await page.locator('#search-hits h2 a').first().waitFor()
  await page.getByText('kept for reading offline').waitFor()
  await stop()
  await page.goto(`${origin}/search/?q=printer`)
  await page.locator('#search-hits h2 a').first().waitFor()
})

it('removes what is kept when asked to', site, async (page, { origin, stop }) => {
  await visit(page, `${origin}/${ARTICLE}`)
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByText('No visited page is kept for reading offline.').waitFor()
  await stop()
  await page.goto(`${origin}/${ARTICLE}`)
  await page.waitForURL(/\/offline\//)
})

it('shows a new build at once and drops the files of the old one', site, async (page, { origin }) => {
  await visit(page, `${origin}/${ARTICLE}`)
  await page.goto(`${origin}/search/?q=printer`)
  await page.locator('#search-hits h2 a').first().waitFor()
  const worker = join(site?.folder ?? '', 'service-worker.js')
  const old = readFileSync(worker, 'utf8')
  const [, buildId = ''] = /"buildId":"([^"]+)"/.exec(old) ?? []
  writeFileSync(worker, old.replace(buildId, 'another'))
  try {
    await page.goto(`${origin}/${ARTICLE}`)
    await page.waitForFunction(
      `caches.keys().then((names) => /shell another/.test(names) && !names.some((name) => name.includes('${buildId}')))`,
    )
    await page.getByText('This page is available offline.').waitFor()
  } finally {
    writeFileSync(worker, old)
  }
})

it('fetches nothing but what was asked for and the shell', site, async (page, { origin }) => {
  const asked: string[] = []
  page.context().on('request', (request) => asked.push(new URL(request.url()).pathname))
  await visit(page, `${origin}/${ARTICLE}`)
  assert.equal(
    asked.filter((path) => path.startsWith('/kb/') && path !== `/${ARTICLE}`),
    [],
  )
  assert.not(asked.some((path) => path.startsWith('/search/') && path !== '/search/'))
})

it('keeps visited pages of the compact edition with their packs', compact, async (page, { origin, stop }) => {
  await page.goto(`${origin}/page.html?p=${ARTICLE}`)
  await page.locator('main.reading h1').waitFor()
  await page.getByText('kept for reading offline').waitFor()
  await visit(page, `${origin}/page.html?p=${ARTICLE}`)
  await stop()
  await page.goto(`${origin}/page.html?p=${ARTICLE}`)
  await page.locator('main.reading h1').waitFor()
})

test.run()
