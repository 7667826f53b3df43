/**
 * Reading by double click: `file://`, from the unzipped archive, in Chromium.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CHROMIUM, inChromium, type PageOptions } from './chromium.js'
import { makeTestSite } from './test-site.js'
import { walkToArticle } from './walk.js'

/** An article with code, notes and references. */
const ARTICLE = 'kb/231/Q231410/index.html'
const WITH_CODE = 'kb/087/Q87450/index.html'

const site = CHROMIUM === null ? null : await makeTestSite()

function it(title: string, path: string, use: (page: Page) => Promise<void>, options: PageOptions = {}): void {
  if (site === null) return
  test(`it ${title}`, () =>
    inChromium(async (page) => {
      await page.goto(site.fileUrl(path))
      await use(page)
    }, options))
}

const theme = (page: Page) => page.evaluate<string | undefined>('document.documentElement.dataset.theme')

for (const javaScriptEnabled of [true, false])
  it(
    `leads from the home page over a product to an article, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`,
    'index.html',
    async (page) => {
      await walkToArticle(page)
      await page.waitForURL(/\/kb\/231\/Q231410\/index\.html$/)
      assert.match((await page.locator('h1').textContent()) ?? '', /Registry Values/)
    },
    { javaScriptEnabled },
  )

it('searches from the box of any page, which a slash goes to', ARTICLE, async (page) => {
  await page.keyboard.press('/')
  await page.keyboard.type('printer')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/search\/index\.html\?q=printer$/)
  await page.locator('#search-hits h2 a').first().waitFor()
})

it('says in the box of any page what can be asked', ARTICLE, async (page) => {
  assert.match((await page.getByRole('combobox').getAttribute('placeholder')) ?? '', /error code, Q\d+/)
})

it('keeps the chosen theme on the next page', ARTICLE, async (page) => {
  assert.is(await theme(page), undefined)
  const button = page.locator('[data-theme-switch]')
  await button.click()
  await button.click()
  assert.is(await theme(page), 'dark')
  await page.getByRole('link', { name: 'Products' }).first().click()
  await page.waitForURL(/\/product\/index\.html$/)
  assert.is(await theme(page), 'dark')
})

it(
  "follows the system's colours, and paints dark pages dark",
  ARTICLE,
  async (page) => {
    const background = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
    const [red = 255] = background.match(/\d+/g)?.map(Number) ?? []
    assert.ok(red < 64, background)
  },
  { colorScheme: 'dark' },
)

it(
  'copies the code of an article',
  WITH_CODE,
  async (page) => {
    const frame = page.locator('.code-frame').first()
    await frame.getByRole('button', { name: 'Copy code' }).click()
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' })
    const copied = await page.evaluate<string>('navigator.clipboard.readText()')
    assert.is(copied.trim(), ((await frame.locator('code').textContent()) ?? '').trim())
  },
  { permissions: ['clipboard-read', 'clipboard-write'] },
)

it(
  'shows the original of an article alone, and its neighbours when asked',
  'kb/214/Q214001/index.html',
  async (page) => {
    await page.getByRole('link', { name: 'Original text' }).click()
    const shown = page.locator('main > section').filter({ visible: true })
    await page.waitForURL(/originals-0\/index\.html#Q214001$/)
    assert.is(await shown.count(), 1)
    assert.match((await shown.locator('pre').textContent()) ?? '', /^DOCUMENT:Q214001 /)
    await page.getByRole('link', { name: 'Show all' }).click()
    assert.ok((await shown.count()) > 1)
  },
)

it(
  'copies the address of an article',
  ARTICLE,
  async (page) => {
    await page.getByRole('button', { name: 'Copy link' }).click()
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' })
    assert.is(await page.evaluate<string>('navigator.clipboard.readText()'), page.url())
  },
  { permissions: ['clipboard-read', 'clipboard-write'] },
)

it(
  'copies the citation of an article in each of its forms',
  ARTICLE,
  async (page) => {
    await page.locator('summary', { hasText: 'Cite' }).click()
    for (const [name, beginning] of [
      ['text', '"BADM: Registry Values'],
      ['Markdown', '*BADM: Registry Values'],
      ['BibTeX', '@misc{Q231410,\n  title={{BADM: Registry Values'],
    ] as const) {
      await page.getByRole('button', { name: `Copy ${name}` }).click()
      await page.waitForFunction(async (text) => (await navigator.clipboard.readText()).startsWith(text), beginning)
    }
  },
  { permissions: ['clipboard-read', 'clipboard-write'] },
)

it('shows in the contents which section is being read', ARTICLE, async (page) => {
  const present = page.locator('.toc [aria-current]')
  assert.is(await present.count(), 0)
  await page.locator('#limits').evaluate((heading) => heading.scrollIntoView())
  await present.filter({ hasText: 'Limits' }).waitFor()
  assert.is(await present.count(), 1)
})

it('leads back to the top of a long page', ARTICLE, async (page) => {
  const button = page.getByRole('button', { name: 'Top' })
  assert.not(await button.isVisible())
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await button.click()
  assert.is(await page.evaluate(() => scrollY), 0)
  await button.waitFor({ state: 'hidden' })
})

it('gives back the original file, byte for byte', ARTICLE, async (page) => {
  await page.getByRole('link', { name: 'Original text' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the file' }).filter({ visible: true }).click()
  const saved = readFileSync(await (await download).path())
  const original = readFileSync(fileURLToPath(new URL('../../kb/231/Q231410.TXT', import.meta.url)))
  const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
  assert.is(digest(saved), digest(original))
})

it('opens a random article', 'index.html', async (page) => {
  await page.locator('a[data-random]').click()
  await page.waitForURL(/\/kb\/\d{3}\/Q\d+\/index\.html$/)
})

it('prints an article without what is for the screen only', ARTICLE, async (page) => {
  await page.emulateMedia({ media: 'print' })
  assert.not(await page.getByRole('combobox').isVisible())
  assert.ok(await page.locator('h1').isVisible())
})

it('prints how to cite an article as a line of text, though that is folded on the screen', ARTICLE, async (page) => {
  const [line, others] = [page.locator('.cite p').first(), page.locator('.cite').getByText('@misc')]
  assert.not(await line.isVisible())
  await page.emulateMedia({ media: 'print' })
  assert.ok(await line.isVisible())
  assert.not(await others.isVisible())
})

test.run()
