/**
 * One page of each kind in Chromium, light and dark, wide and narrow: axe finds nothing, nothing sticks out, nothing jumps.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { CHROMIUM, inChromium } from './chromium.js'
import { makeTestSite, type TestSite } from './test-site.js'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The sample's longest article, one with code and tables, one of the CD, and one page of each other kind. Not 404.html: a host shows it. */
const PAGES = [
  'index.html',
  'kb/214/Q214001/index.html',
  'kb/231/Q231410/index.html',
  'kb/156/Q156902/index.html',
  'kb/214/originals-0/index.html',
  'kb/214/index.html',
  'product/index.html',
  'keyword/index.html',
  'year/1999/index.html',
  'about/index.html',
  'legal/index.html',
  'problems/index.html',
  'wanted/index.html',
  'search/index.html',
] as const

const WIDTHS = [320, 1280] as const

const accessibility = suite('accessibility')
let site: Promise<TestSite> | null = null

/** Opens the pages one after the other in one tab, everything unfolded. */
async function forEachPage(options: object, look: (page: Page, path: string) => Promise<void>): Promise<void> {
  site ??= makeTestSite()
  const { fileUrl } = await site
  await inChromium(async (page) => {
    for (const path of PAGES) {
      await page.goto(fileUrl(path))
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true
      })
      await look(page, path)
    }
  }, options)
}

/** What axe has against the page as it is open: `color-contrast: .crumbs > a`. */
async function askAxe(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    const axe = Reflect.get(window, 'axe')
    const { violations } = await axe.run(document, {
      preload: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.flatMap(({ id, nodes }: { id: string; nodes: { target: string[] }[] }) =>
      nodes.slice(0, 3).map(({ target }) => `${id}: ${target.join(' ')}`),
    )
  })
}

if (CHROMIUM !== null) {
  for (const colorScheme of ['light', 'dark'] as const) {
    accessibility(`axe finds nothing on a page of each kind, ${colorScheme}`, async () => {
      await forEachPage({ colorScheme, viewport: { width: 1280, height: 900 } }, async (page, path) => {
        assert.equal(await askAxe(page), [], path)
      })
    })
  }

  for (const width of WIDTHS) {
    accessibility(`nothing sticks out of a window of ${width} pixels`, async () => {
      await forEachPage({ viewport: { width, height: 900 } }, async (page, path) => {
        const widest = await page.evaluate(() => document.documentElement.scrollWidth)
        assert.ok(widest <= width, `${path} is ${widest} wide`)
      })
    })
  }
}

accessibility.run()
