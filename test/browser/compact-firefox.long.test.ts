/**
 * The compact edition by double click in Firefox, with the rule that each local file is an origin of its own.
 */
import type { Page } from 'puppeteer-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { clickTo, FIREFOX, inFirefox, textOf } from './firefox.js'
import { makeCompactSite } from './test-site.js'

const site = FIREFOX === null ? null : await makeCompactSite()

function it(title: string, [path, query]: readonly [string, string], use: (page: Page) => Promise<void>): void {
  if (site === null) return
  test(`it ${title}`, () =>
    inFirefox(async (page) => {
      await page.goto(site.fileUrl(path, query))
      await use(page)
    }))
}

/** By the page's own history: the driver waits for a load that a page from Firefox's memory never has. */
const goBack = (page: Page) => page.evaluate('history.back()')

it('leads from the home page over a product to an article and back', ['index.html', ''], async (page) => {
  await clickTo(page, 'header nav a[href$="?p=product/"]')
  await clickTo(page, 'main a[href$="?p=product/borealis-mail-server/"]')
  await clickTo(page, 'main a[href$="?p=kb/231/Q231410/"]')
  await page.waitForSelector('main.reading')
  assert.match(await textOf(page, 'h1'), /Registry Values/)
  await goBack(page)
  await page.waitForSelector('main a[href$="?p=kb/231/Q231410/"]')
})

it('searches and goes to a hit', ['search/index.html', '?q=%22cover+pages%22'], async (page) => {
  await clickTo(page, '#search-hits h2 a')
  await page.waitForSelector('main.reading')
  assert.match(page.url(), /\/page\.html\?p=kb\/\d{3}\/Q\d+\/(?:#.*)?$/)
})

it(
  'goes to the part that an address names, and comes back to where one was',
  ['page.html', '?p=kb/231/Q231410/#more-information'],
  async (page) => {
    await page.waitForSelector('#more-information:target')
    await page.evaluate('window.scrollTo(0, 700)')
    await page.goto(site?.fileUrl('index.html') ?? '')
    await goBack(page)
    await page.waitForFunction('window.scrollY === 700')
  },
)

it('keeps the chosen theme on the next page', ['page.html', '?p=kb/231/Q231410/'], async (page) => {
  await page.waitForSelector('main.reading')
  await page.click('button.theme')
  await page.click('button.theme')
  await clickTo(page, 'header nav a[href$="?p=product/"]')
  assert.is(await page.evaluate('document.documentElement.dataset.theme'), 'dark')
})

test.run()
