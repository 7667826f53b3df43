/**
 * The same archive on a host, below a path of its own, in Chromium: with the preview server and with nginx.
 */
import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { serveSite } from '../../src/serve/serve-site.js'
import { NGINX, withNginx } from '../support/nginx.js'
import { withPrettyHost } from '../support/pretty-host.js'
import { isThorough } from '../support/thorough.js'
import { CHROMIUM, inChromium, type PageOptions } from './chromium.js'
import { makeCompactSite, makeSite, makeTestSite, type TestSite } from './test-site.js'

/** The site at the root of `kb serve`, and below a path of nginx with the headers that it asks for. */
const atRoot = CHROMIUM === null ? null : await makeTestSite()
const belowPath =
  CHROMIUM === null || NGINX === null ? null : await makeSite(['--site-url', 'http://127.0.0.1/archive/'])

/**
 * Serves the site both ways, or in `npm test` with nginx alone where that is there, while `use` works with it; `origin` has no slash at
 * its end.
 */
function it(title: string, use: (page: Page, origin: string) => Promise<void>, options: PageOptions = {}): void {
  if (atRoot !== null && (isThorough || belowPath === null))
    test(`it ${title}`, async () => {
      const server = await serveSite({ directory: atRoot.folder, host: '127.0.0.1', port: 0 })
      const origin = `http://127.0.0.1:${server.port}`
      await inChromium((page) => use(page, origin), { ...options, origin }).finally(() => server.close())
    })
  if (belowPath !== null)
    test(`it ${title}, below a path of nginx`, () =>
      withNginx(belowPath.folder, (origin) => inChromium((page) => use(page, origin), { ...options, origin })))
}

it('takes the file name out of the address', async (page, origin) => {
  await page.goto(`${origin}/kb/231/Q231410/index.html?from=list#_status`)
  assert.is(page.url(), `${origin}/kb/231/Q231410/?from=list#_status`)
})

it('searches, goes to a hit, and comes back to the search', async (page, origin) => {
  await page.goto(`${origin}/search/`)
  await page.getByRole('searchbox').fill('registry value')
  await page.locator('#search-hits h2 a').first().click()
  await page.waitForURL(/\/kb\/\d{3}\/Q\d+\/(?:#.*)?$/)
  await page.goBack()
  await page.waitForURL(/\/search\/\?q=registry\+value$/)
  await page.locator('#search-hits h2 a').first().waitFor()
})

it(
  'suggests pages in the box of an article and of the page for wrong addresses',
  async (page, origin) => {
    for (const path of ['kb/231/Q231410/', 'no/such/page/']) {
      await page.goto(`${origin}/${path}`)
      await page.locator('input[name=q]').pressSequentially('printer initialization')
      await page.getByRole('option', { name: /Q105977$/ }).click()
      await page.waitForURL(/\/kb\/105\/Q105977\/(?:index\.html)?$/)
    }
  },
  { expectedMessage: /404/ },
)

it('loads no file twice and none that a search does not need', async (page, origin) => {
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
  await page.goto(`${origin}/search/?q=printer`)
  await page.locator('#search-hits h2 a').first().waitFor()
  assert.equal(loaded.length, new Set(loaded).size)
  assert.not(loaded.some((path) => path.includes('/search/places/')))
})

it('leads from an old address of the home page to the article', async (page, origin) => {
  for (const query of ['?scid=kb;en-us;231410', '?kbid=231410']) {
    await page.goto(`${origin}/${query}`)
    await page.waitForURL(`${origin}/kb/231/Q231410/`)
  }
})

const WRONG = [
  '/Q231410',
  '/kb/q231410',
  '/kb/Q231410/',
  '/KB/231/Q231410',
  '/default.aspx?scid=kb;en-us;231410',
  '/default.aspx?kbid=231410',
]
for (const address of isThorough ? WRONG : WRONG.slice(1, 3))
  it(
    `leads from ${address} to the article`,
    async (page, origin) => {
      await page.goto(origin + address)
      await page.waitForURL(`${origin}/kb/231/Q231410/`)
    },
    { expectedMessage: /404/ },
  )

it(
  'offers the nearest numbers for an article that it has not',
  async (page, origin) => {
    await page.goto(`${origin}/kb/231/Q231411/`)
    await page.getByText('no article Q231411').waitFor()
    await page.locator('#not-found').getByRole('link', { name: 'Q231410' }).click()
    await page.waitForURL(`${origin}/kb/231/Q231410/`)
  },
  { expectedMessage: /404/ },
)

/** Where the archive does not know its address, the page for what is not there finds out below which path it is. */
function itFindsItsPath(edition: string, site: TestSite | null): void {
  if (site === null || NGINX === null) return
  test(`it leads on from wrong addresses of any depth below a path that nobody named: ${edition} edition`, () =>
    withNginx(site.folder, (origin) =>
      inChromium(
        async (page) => {
          for (const address of ['/nothing', '/kb/999/nothing/', '/support/kb/articles/q999/0/nothing.asp']) {
            await page.goto(origin + address)
            await page.locator('[data-theme-switch]').waitFor()
            assert.is(await page.evaluate('getComputedStyle(document.querySelector(".top")).display'), 'flex')
            await page.getByRole('link', { name: 'Search the archive for' }).waitFor()
          }
          await page.getByRole('link', { name: 'Products' }).click()
          await page.locator('h1', { hasText: 'Products' }).waitFor()
          assert.ok(page.url().startsWith(origin), page.url())
          await page.goto(`${origin}/Q231410`)
          await page.locator('h1', { hasText: 'Registry Values' }).waitFor()
        },
        { origin: new URL(origin).origin, expectedMessage: /404|MIME type/ },
      ),
    ))
}

itFindsItsPath('full', atRoot)

/** The compact edition has the permalinks of the full one. */
const compact = CHROMIUM === null ? null : await makeCompactSite()

itFindsItsPath('compact', compact)

if (compact !== null)
  for (const [address, heading] of [
    ['/kb/231/Q231410/', 'Registry Values'],
    ['/Q231410', 'Registry Values'],
    ['/product/borealis-mail-server/index.html', 'Borealis Mail Server'],
  ] as const) {
    if (!isThorough && address !== '/Q231410') continue
    test(`it leads from ${address} to the page in the compact edition`, async () => {
      const server = await serveSite({ directory: compact.folder, host: '127.0.0.1', port: 0 })
      const origin = `http://127.0.0.1:${server.port}`
      const use = async (page: Page) => {
        await page.goto(origin + address)
        await page.waitForURL(/\/page\.html\?p=/)
        await page.locator('h1', { hasText: heading }).waitFor()
      }
      await inChromium(use, { origin, expectedMessage: /404/ }).finally(() => server.close())
    })
  }

/** Both editions where no address ends in `.html`: only one has redirects that lead there. */
for (const [edition, site] of [
  ['full', isThorough ? atRoot : null],
  ['compact', compact],
] as const)
  if (site !== null)
    test(`it is read and searched on a host that takes .html out of addresses: ${edition} edition`, () =>
      withPrettyHost(site.folder, (origin) =>
        inChromium(
          async (page) => {
            await page.goto(`${origin}/kb/231/Q231410/`)
            await page.locator('h1', { hasText: 'Registry Values' }).waitFor()
            await page.getByRole('link', { name: 'Products' }).first().click()
            await page.locator('h1', { hasText: 'Products' }).waitFor()
            await page.goto(`${origin}/search/?q=printer`)
            await page.locator('#search-hits h2 a').first().click()
            await page.locator('main.reading h1').waitFor()
            assert.not.match(new URL(page.url()).pathname, '.html')
          },
          { origin },
        ),
      ))

test.run()
