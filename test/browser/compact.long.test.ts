/**
 * The compact edition by double click: `file://`, from the unzipped archive, in Chromium.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CHROMIUM, inChromium, type PageOptions } from './chromium.js'
import { copySite, makeCompactSite, makeSite } from './test-site.js'
import { walkToArticle } from './walk.js'

const ARTICLE = '?p=kb/231/Q231410/'
const WITH_CODE = '?p=kb/087/Q87450/'

const site = CHROMIUM === null ? null : await makeCompactSite()

function it(
  title: string,
  [file, query]: readonly [file: string, query: string],
  use: (page: Page) => Promise<void>,
  options: PageOptions = {},
): void {
  if (site === null) return
  test(`it ${title}`, () =>
    inChromium(async (page) => {
      await page.goto(site.fileUrl(file, query))
      await use(page)
    }, options))
}

const heading = (page: Page) => page.locator('h1').textContent()

it('leads from the home page over a product to an article and back', ['index.html', ''], async (page) => {
  await walkToArticle(page)
  await page.waitForURL(/\/page\.html\?p=kb\/231\/Q231410\/$/)
  assert.match((await heading(page)) ?? '', /Registry Values/)
  await page.goBack()
  await page.waitForURL(/\?p=product\/borealis-mail-server\/$/)
  await page.getByRole('link', { name: /Registry Values/ }).waitFor()
})

it('looks like the full edition: title, content, place in the navigation', ['page.html', ARTICLE], async (page) => {
  await page.locator('main.reading h1').waitFor()
  const full = await makeSite()
  const shown = await page.evaluate(LOOK)
  await page.goto(full.fileUrl('kb/231/Q231410/index.html'))
  assert.equal(shown, await page.evaluate(LOOK))
})

/** What one sees of a page: its texts, and how tall they make it. */
const LOOK = `({
  title: document.title,
  text: document.body.innerText,
  current: [...document.querySelectorAll('.top [aria-current]')].map((link) => link.textContent),
  height: document.documentElement.scrollHeight,
})`

it(
  'goes to the part of an article that an address names',
  ['page.html', `${ARTICLE}#more-information`],
  async (page) => {
    await page.locator('#more-information:target').waitFor()
    const top = await page.locator('#more-information').evaluate((part) => part.getBoundingClientRect().top)
    assert.ok(top < 300, `the part begins at ${top}`)
  },
)

it('comes back to the place where one was', ['page.html', '?p=kb/231/Q231410/'], async (page) => {
  await page.setViewportSize({ width: 800, height: 300 })
  await page.locator('main.reading h1').waitFor()
  await page.evaluate('window.scrollTo(0, 700)')
  await page.goto(site?.fileUrl('index.html') ?? '')
  await page.goBack()
  await page.waitForFunction('window.scrollY === 700')
})

it('searches from the box of any page, and goes to a hit and back', ['page.html', ARTICLE], async (page) => {
  await page.locator('main.reading h1').waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('printer')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/search\/index\.html\?q=printer$/)
  await page.locator('#search-hits h2 a').first().click()
  await page.waitForURL(/\/page\.html\?p=kb\/\d{3}\/Q\d+\/(?:#.*)?$/)
  await page.locator('main.reading h1').waitFor()
  await page.goBack()
  await page.waitForURL(/\/search\/index\.html\?q=printer$/)
  await page.locator('#search-hits h2 a').first().waitFor()
})

it('searches phrases, filters, and jumps to numbers', ['search/index.html', '?q=%22cover+pages%22'], async (page) => {
  await page.locator('#search-hits', { hasText: 'Cover Pages' }).waitFor()
  await page.locator('.facet input').first().check()
  await page.waitForURL(/&product=/)
  await page.locator('#search-text').fill('Q231410')
  await page.locator('.notice-jump a').waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/page\.html\?p=kb\/231\/Q231410\/$/)
  await page.locator('main.reading h1').waitFor()
})

it('has a random article', ['index.html', ''], async (page) => {
  await page.locator('a[data-random]').click()
  await page.waitForURL(/\/page\.html\?p=kb\/\d{3}\/Q\d+\/(?:#.*)?$/)
  await page.locator('main.reading h1').waitFor()
})

it('adds the buttons that a page of its own has', ['page.html', WITH_CODE], async (page) => {
  assert.ok((await page.locator('.copy-code').first().textContent()) === 'Copy')
})

it('keeps the chosen theme on the next page', ['page.html', ARTICLE], async (page) => {
  await page.locator('button.theme').click()
  await page.locator('button.theme').click()
  await page.getByRole('link', { name: 'Products' }).first().click()
  await page.waitForURL(/\?p=product\/$/)
  assert.is(await page.evaluate('document.documentElement.dataset.theme'), 'dark')
})

it('takes a number in place of a path', ['page.html', '?p=q231410'], async (page) => {
  await page.locator('main.reading h1').waitFor()
})

it('offers what is near for a page that the archive has not', ['page.html', '?p=kb/231/Q231411/'], async (page) => {
  await page.getByText('The archive has no page kb/231/Q231411/').waitFor()
  await page
    .locator('main')
    .getByRole('link', { name: /^Q231410/ })
    .click()
  await page.locator('main.reading h1').waitFor()
})

it(
  'says without JavaScript what it needs',
  ['index.html', ''],
  async (page) => {
    // Playwright's search by text leaves out what is in a noscript element.
    await page.locator('noscript p', { hasText: 'This is the compact edition' }).waitFor()
    await page.goto(site?.fileUrl('page.html', ARTICLE) ?? '')
    await page.locator('noscript p', { hasText: 'This is the compact edition' }).waitFor()
  },
  { javaScriptEnabled: false },
)

if (site !== null) {
  const broken = copySite(site)
  const pack = join(broken.folder, 'packs/pages/000.js')
  const whole = readFileSync(pack)
  const open = (use: (page: Page) => Promise<void>) =>
    inChromium(
      async (page) => {
        await page.goto(broken.fileUrl('page.html', '?p=about/'))
        await use(page)
      },
      { expectedMessage: /ERR_FILE_NOT_FOUND|SyntaxError|Unexpected|Invalid/ },
    )

  test('it says which pack is missing', async () => {
    rmSync(pack)
    await open((page) => page.getByText('The file packs/pages/000.js is missing.').waitFor())
  })

  test('it says which pack is damaged', async () => {
    for (const bytes of [whole.subarray(0, 2000), Buffer.concat([whole.subarray(0, 3000), whole.subarray(5000)])]) {
      writeFileSync(pack, bytes)
      await open((page) => page.getByText('The file packs/pages/000.js is damaged.').waitFor())
    }
  })
}

test.run()
