/**
 * The archive by double click in Firefox, with the rule that each local file is an origin of its own.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'puppeteer-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { clickTo, FIREFOX, inFirefox, textOf } from './firefox.js'
import { makeTestSite } from './test-site.js'

const site = FIREFOX === null ? null : await makeTestSite()

function it(title: string, path: string, query: string, use: (page: Page) => Promise<void>): void {
  if (site === null) return
  test(`it ${title}`, () =>
    inFirefox(async (page) => {
      await page.goto(site.fileUrl(path, query))
      await use(page)
    }))
}

if (site !== null)
  test("it is tested under the reader's rule: a page can't read the file beside it", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kb-origin-'))
    writeFileSync(join(folder, 'page.html'), '<!doctype html><title>x</title><iframe src="other.html"></iframe>')
    writeFileSync(join(folder, 'other.html'), '<!doctype html><title>y</title>')
    await inFirefox(async (page) => {
      await page.goto(pathToFileURL(join(folder, 'page.html')).href)
      assert.is(await page.$eval('iframe', (frame) => frame.contentDocument), null)
    }).finally(() => rmSync(folder, { recursive: true }))
  })

it('leads from the home page over a product to an article', 'index.html', '', async (page) => {
  await clickTo(page, 'header nav a[href$="product/index.html"]')
  await clickTo(page, 'main a[href$="borealis-mail-server/index.html"]')
  await clickTo(page, 'main a[href$="Q231410/index.html"]')
  assert.match(await textOf(page, 'h1'), /Registry Values/)
})

it('searches from the box of any page', 'kb/231/Q231410/index.html', '', async (page) => {
  await page.type('input[name=q]', 'printer')
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  await page.waitForSelector('#search-hits h2 a')
  await page.waitForFunction(() => location.href.endsWith('/search/index.html?q=printer'))
})

it('searches while one types, filters, and keeps it in the address', 'search/index.html', '', async (page) => {
  await page.type('#search-text', 'mail server')
  // The answer to a later letter makes the filters again: a locator takes the new one.
  await page.locator('.facet input[data-key="product:borealis-mail-server"]').click()
  await page.waitForSelector('.facet-clear')
  assert.match(page.url(), /\?q=mail\+server&product=borealis-mail-server$/)
  await page.goBack()
  await page.waitForFunction(() => !location.search.includes('product='))
})

it('finds phrases and jumps to numbers', 'search/index.html', '?q=%22cover+pages%22', async (page) => {
  await page.waitForSelector('#search-hits h2 a')
  assert.match(await textOf(page, '#search-hits'), /Cover Pages/)
  await page.$eval('#search-text', (box) => {
    if ('value' in box) box.value = 'Q231410'
    box.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await page.waitForSelector('.notice-jump a')
  await page.focus('#search-text')
  await page.keyboard.press('Enter')
  // Writing the query into the address is a navigation too, so the article's page itself is waited for.
  await page.waitForSelector('main.reading')
  assert.match(page.url(), /\/Q231410\/index\.html(?:#.*)?$/)
})

it('keeps the chosen theme on the next page', 'kb/231/Q231410/index.html', '', async (page) => {
  await page.click('[data-theme-switch]')
  await page.click('[data-theme-switch]')
  await clickTo(page, 'header nav a[href$="product/index.html"]')
  assert.is(await page.$eval('html', (html) => html.getAttribute('data-theme')), 'dark')
})

test.run()
