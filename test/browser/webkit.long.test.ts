/**
 * The archive by double click in WebKitGTK, Epiphany's engine and next of kin to Safari's: both editions.
 */
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeCompactSite, makeTestSite } from './test-site.js'
import { HAS_WEBKIT, inWebKit, type WebKitPage } from './webkit.js'

const full = HAS_WEBKIT ? await makeTestSite() : null
const compact = HAS_WEBKIT ? await makeCompactSite() : null

const ENTER = '\uE007'

function it(title: string, site: typeof full, address: string, use: (page: WebKitPage) => Promise<void>): void {
  if (site === null) return
  const [path = '', query] = address.split('?')
  test(`it ${title}`, () =>
    inWebKit(async (page) => {
      await page.goto(site.fileUrl(path, query === undefined ? '' : `?${query}`))
      await use(page)
    }))
}

const heading = (words: string) => `document.querySelector('h1')?.textContent.includes('${words}') === true`
const address = (end: string) => `location.href.endsWith('${end}')`

it('leads from the home page over a product to an article and a reference', full, 'index.html', async (page) => {
  await page.click('header nav a[href$="product/index.html"]')
  await page.click('main a[href$="borealis-mail-server/index.html"]')
  await page.click('main a[href$="Q231410/index.html"]')
  await page.until(heading('Registry Values'))
  await page.click('.body a[href*="/Q"]')
  await page.until(`document.querySelector('main.reading') !== null && !${address('/Q231410/index.html')}`)
})

it('shows one original text of its hundred', full, 'kb/231/Q231410/index.html', async (page) => {
  await page.click('.origin a')
  await page.until(address('#Q231410'))
  const shown = `[...document.querySelectorAll('main section')].filter((part) => part.checkVisibility()).map(({ id }) => id)`
  assert.equal(await page.evaluate(shown), ['Q231410'])
})

it('searches from the box of any page', full, 'kb/231/Q231410/index.html', async (page) => {
  await page.type('input[name=q]', `printer${ENTER}`)
  await page.until(address('/search/index.html?q=printer'))
  await page.until(`document.querySelectorAll('#search-hits h2 a').length > 0`)
})

it(
  'filters by a facet, keeps it in the address, and goes back',
  full,
  'search/index.html?q=mail server',
  async (page) => {
    await page.click('.facet input[data-key="product:borealis-mail-server"]')
    await page.until(
      `document.querySelector('.facet-clear') !== null && location.search.includes('product=borealis-mail-server')`,
    )
    await page.back()
    await page.until(`!location.search.includes('product=')`)
  },
)

it('keeps the chosen theme on the next page', full, 'kb/231/Q231410/index.html', async (page) => {
  await page.click('[data-theme-switch]')
  await page.click('[data-theme-switch]')
  await page.click('header nav a[href$="product/index.html"]')
  await page.until(`${address('product/index.html')} && document.documentElement.dataset.theme === 'dark'`)
  const [red = 255] = String(await page.evaluate('getComputedStyle(document.body).backgroundColor'))
    .match(/\d+/g)
    ?.map(Number) ?? [255]
  assert.ok(red < 60, `the background has ${red} of red`)
  await page.evaluate('localStorage.clear()')
})

it('leads from the compact edition’s home page to an article and its original', compact, 'index.html', async (page) => {
  await page.click('header nav a[href$="?p=product/"]')
  await page.click('main a[href$="?p=product/borealis-mail-server/"]')
  await page.click('main a[href$="?p=kb/231/Q231410/"]')
  await page.until(heading('Registry Values'))
  await page.click('.origin a')
  await page.until(`document.querySelector('section:target')?.id === 'Q231410'`)
})

it('searches the compact edition and goes to a hit', compact, 'search/index.html?q=%22cover+pages%22', async (page) => {
  await page.click('#search-hits h2 a')
  await page.until(`location.href.includes('/page.html?p=kb/') && document.querySelector('main.reading') !== null`)
})

test.run()
