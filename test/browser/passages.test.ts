/**
 * Passages of hits, and the ways from a hit to its passage and back: by double click, on a host, in the compact edition, in Chromium
 * and Firefox.
 */
import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { serveSite } from '../../src/serve/serve-site.js'
import { isThorough } from '../support/thorough.js'
import { CHROMIUM, inChromium } from './chromium.js'
import { FIREFOX, inFirefox } from './firefox.js'
import { makeCompactSite, makeTestSite, type TestSite } from './test-site.js'

const QUERY = '?q=queue+destination+retry+spooler'
/** Its article, the beginning of the passage in there, and the word that the article lacks. */
const HIT = '.hit[data-number="214001"]'
const PASSAGE = /^Symptoms: Messages for that destination collect in the outbound queue/

const full = CHROMIUM === null && FIREFOX === null ? null : await makeTestSite()
const compact = CHROMIUM === null && FIREFOX === null ? null : await makeCompactSite()

let turns = 0

/** The address of a site's folder. */
const rootOf = (site: TestSite) => new URL('..', site.fileUrl('search/index.html')).href

/** Each edition by double click, and the full one on a host; in `npm test` by turns, one a behaviour. */
function onEachEdition(title: string, use: (page: Page, root: string) => Promise<void>): void {
  if (CHROMIUM === null || full === null || compact === null) return
  const turn = turns++ % 3
  if (isThorough || turn === 0) test(`${title}, file://`, () => inChromium((page) => use(page, rootOf(full))))
  if (isThorough || turn === 1)
    test(`${title}, compact edition`, () => inChromium((page) => use(page, rootOf(compact))))
  if (!isThorough && turn !== 2) return
  test(`${title}, on a host`, async () => {
    const server = await serveSite({ directory: full.folder, host: '127.0.0.1', port: 0 })
    const origin = `http://127.0.0.1:${server.port}`
    // Without the back-forward cache: Playwright switches it off.
    await inChromium((page) => use(page, `${origin}/`), { origin }).finally(() => server.close())
  })
}

async function openSearch(page: Page, root: string, query = QUERY): Promise<void> {
  await page.goto(`${root}search/index.html${query}`)
  await page.locator(`${HIT} .hit-summary b`).waitFor()
}

onEachEdition('a hit shows the passage that answers best, its section and what is missing', async (page, root) => {
  await openSearch(page, root)
  assert.match((await page.locator(`${HIT} .hit-summary`).textContent()) ?? '', PASSAGE)
  assert.match((await page.locator(`${HIT} .hit-facts`).textContent()) ?? '', /without: spooler$/)
  assert.ok((await page.locator(`${HIT} .hit-summary mark`).count()) >= 3)
})

onEachEdition('an opened hit is scrolled to its passage', async (page, root) => {
  await page.setViewportSize({ width: 320, height: 300 })
  await openSearch(page, root)
  await page.locator(`${HIT} h2 a`).click()
  await page.locator('main.reading h1').waitFor()
  await page.waitForFunction(() => {
    const place = [...document.querySelectorAll('.body p')].find((p) =>
      p.textContent?.includes('collect in the outbound'),
    )
    const { top, bottom } = place?.getBoundingClientRect() ?? { top: -1, bottom: -1 }
    return scrollY > 0 && bottom > 0 && top < innerHeight
  })
})

onEachEdition('Back comes to the same place, with the focus where it was', async (page, root) => {
  await page.setViewportSize({ width: 320, height: 400 })
  await page.goto(`${root}search/index.html?q=mail+server`)
  const hit = page.locator('#search-hits h2 a').nth(7)
  await hit.waitFor()
  await hit.focus()
  const before = await page.evaluate(() => scrollY)
  assert.ok(before > 500)
  const key = await hit.getAttribute('data-key')
  await hit.press('Enter')
  await page.locator('main.reading h1').waitFor()
  await page.goBack()
  await page.waitForFunction(
    ([top, focused]) =>
      Math.abs(scrollY - Number(top)) < 400 && document.activeElement?.getAttribute('data-key') === focused,
    [before, key] as const,
  )
})

onEachEdition('nothing is focused by itself on Back', async (page, root) => {
  await openSearch(page, root)
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await page.goto(`${root}index.html`)
  await page.goBack()
  await page.locator(HIT).waitFor()
  assert.is(await page.evaluate(() => document.activeElement?.localName), 'body')
})

if (CHROMIUM !== null && full !== null) {
  test('no page of an article is loaded before something is searched', () =>
    inChromium(async (page) => {
      const articles: string[] = []
      page.on('request', (request) => {
        if (request.url().includes('/kb/')) articles.push(request.url())
      })
      await page.goto(full.fileUrl('search/index.html'))
      await page.locator('#search-hints').waitFor()
      await page.waitForTimeout(500)
      assert.equal(articles, [])
    }))
}

if (FIREFOX !== null && full !== null && compact !== null) {
  for (const [edition, site] of [
    ['file://', full],
    ['compact edition', isThorough ? compact : null],
  ] as const) {
    if (site === null) continue
    test(`a hit shows its passage and leads to it, in Firefox, ${edition}`, () =>
      inFirefox(async (page) => {
        await page.setViewport({ width: 400, height: 400 })
        await page.goto(site.fileUrl('search/index.html', QUERY))
        await page.waitForSelector(`${HIT} .hit-summary b`)
        assert.match(await page.$eval(`${HIT} .hit-summary`, (node) => node.textContent ?? ''), PASSAGE)
        await page.click(`${HIT} h2 a`)
        await page.waitForSelector('main.reading h1')
        await page.waitForFunction(() => scrollY > 0)
      }))
  }
}

test.run()
