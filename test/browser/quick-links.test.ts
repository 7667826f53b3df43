/**
 * Suggestions below search boxes, by double click: `file://`, from the unzipped archive, in Chromium.
 */
import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CHROMIUM, inChromium } from './chromium.js'
import { askAxe } from './page-checks.js'
import { makeCompactSite, makeTestSite } from './test-site.js'

const site = CHROMIUM === null ? null : await makeTestSite()

/** One behaviour of the box of a page. */
function it(title: string, path: string, use: (page: Page) => Promise<void>): void {
  if (site === null) return
  test(`it ${title}`, () =>
    inChromium(async (page) => {
      await page.goto(site.fileUrl(path))
      await use(page)
    }))
}

const HOME = 'index.html'
const ARTICLE = 'kb/214/Q214001/index.html'

const box = (page: Page) => page.locator('input[name=q]')
const options = (page: Page) => page.getByRole('option')
const option = (page: Page, name: string | RegExp) => page.getByRole('option', { name })

it('offers products and titles under the box of an article', ARTICLE, async (page) => {
  await box(page).pressSequentially('mail ser')
  await option(page, 'Borealis Mail Server 2.0 product, 6 articles').waitFor()
  await option(page, /^BADM: .* Q187240$/).waitFor()
  assert.is(await options(page).count(), 5)
})

it('loads nothing before a key', ARTICLE, async (page) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.resourceType()))
  await box(page).focus()
  await page.waitForTimeout(200)
  assert.not(requests.includes('script'))
  await page.keyboard.type('mail')
  await options(page).first().waitFor()
  assert.ok(requests.includes('script'))
})

it('opens the page of a code, chosen by keyboard', HOME, async (page) => {
  await box(page).pressSequentially('error 4407')
  await option(page, 'Error 4407 error code, 3 articles').waitFor()
  await box(page).press('ArrowDown')
  await box(page).press('Enter')
  await page.waitForURL(/\/error\/error_4407\/index\.html$/)
})

it('opens an article by a click on its title', HOME, async (page) => {
  await box(page).pressSequentially('printer initialization')
  await option(page, /Q105977$/).click()
  await page.waitForURL(/\/kb\/105\/Q105977\/index\.html$/)
})

it('searches at Enter if nothing is chosen', ARTICLE, async (page) => {
  await box(page).pressSequentially('mail ser')
  await options(page).first().waitFor()
  await box(page).press('ArrowDown')
  await box(page).press('ArrowUp')
  await box(page).press('Enter')
  await page.waitForURL(/\/search\/index\.html\?q=mail\+ser/)
})

it('goes straight to a named article at Enter', HOME, async (page) => {
  await box(page).pressSequentially('Q214017')
  await option(page, /Q214017$/).waitFor()
  await box(page).press('Enter')
  await page.waitForURL(/\/kb\/214\/Q214017\/index\.html$/)
})

it('closes at Esc, keeps the text, and opens again at an arrow', ARTICLE, async (page) => {
  await box(page).pressSequentially('mail')
  await options(page).first().waitFor()
  await box(page).press('Escape')
  assert.is(await options(page).count(), 0)
  assert.is(await box(page).inputValue(), 'mail')
  await box(page).press('ArrowDown')
  assert.is(await option(page, /./).first().getAttribute('aria-selected'), 'true')
})

it('closes when the focus leaves', ARTICLE, async (page) => {
  await box(page).pressSequentially('mail')
  await options(page).first().waitFor()
  await box(page).press('Tab')
  assert.is(await options(page).count(), 0)
})

it('tells screen readers what is open and chosen, and how many there are', HOME, async (page) => {
  const read = (name: string) => box(page).getAttribute(name)
  assert.equal([await read('role'), await read('aria-expanded')], ['combobox', 'false'])
  await box(page).pressSequentially('error 4407')
  await option(page, /^Error 4407/).waitFor()
  await page.waitForFunction(() => /^\d suggestions?$/.test(document.querySelector('[role=status]')?.textContent ?? ''))
  assert.equal([await read('aria-expanded'), await read('aria-activedescendant')], ['true', null])
  await box(page).press('ArrowDown')
  const chosen = await option(page, /^Error 4407/).getAttribute('id')
  assert.is(await read('aria-activedescendant'), chosen)
  assert.is(await page.getByRole('listbox').getAttribute('id'), await read('aria-controls'))
  assert.equal(await askAxe(page), [])
})

it('offers nothing while an input method composes', ARTICLE, async (page) => {
  await box(page).pressSequentially('mail')
  await options(page).first().waitFor()
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: ' se', selectionStart: 3, selectionEnd: 3 })
  await page.waitForTimeout(300)
  assert.is(await options(page).count(), 0)
  await session.send('Input.insertText', { text: ' ser' })
  await option(page, /^Borealis Mail Server product/).waitFor()
})

it('leaves the box of the search page alone', 'search/index.html', async (page) => {
  await page.getByRole('searchbox').pressSequentially('mail server')
  await page.locator('#search-hits h2 a').first().waitFor()
  assert.is(await page.getByRole('listbox').count(), 0)
})

if (CHROMIUM !== null)
  test('it opens pages of the compact edition', () =>
    inChromium(async (page) => {
      const compact = await makeCompactSite()
      await page.goto(compact.fileUrl('page.html', '?p=kb/214/Q214001/'))
      await box(page).pressSequentially('error 4407')
      await option(page, /^Error 4407/).click()
      await page.waitForURL(/page\.html\?p=error\/error_4407\/$/)
      await page.getByRole('heading', { level: 1, name: /4407/ }).waitFor()
    }))

test.run()
