/**
 * One page of each kind in Chromium, light and dark, wide and narrow: axe finds nothing, nothing sticks out, nothing jumps.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { CHROMIUM, inChromium } from './chromium.js'
import { PAGE_KINDS } from './page-kinds.js'
import { makeTestSite, type TestSite } from './test-site.js'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The narrowest phone; a notebook at 200 %; the notebook. */
const WIDTHS = [320, 640, 1280] as const

const accessibility = suite('accessibility')
let site: Promise<TestSite> | null = null

/** Opens the pages one after the other in one tab, everything unfolded. */
async function forEachPage(options: object, look: (page: Page, path: string) => Promise<void>): Promise<void> {
  site ??= makeTestSite()
  const { fileUrl } = await site
  await inChromium(async (page) => {
    for (const { path, query } of Object.values(PAGE_KINDS)) {
      await page.goto(fileUrl(path, query))
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true
      })
      await look(page, path)
    }
  }, options)
}

/** Runs in the page, before anything else does: keeps what moves without the reader having done anything. */
function recordShifts(): void {
  const shifts: string[] = []
  Reflect.set(window, 'shifts', shifts)
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push(JSON.stringify(entry))
  })
  observer.observe({ type: 'layout-shift', buffered: true })
}

/** Runs in the page: what has moved until it was painted once more. */
function readShifts(): Promise<unknown> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(Reflect.get(window, 'shifts')))))
  })
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

  for (const width of WIDTHS) {
    accessibility(`nothing moves by itself in a window of ${width} pixels`, async () => {
      site ??= makeTestSite()
      const { fileUrl } = await site
      await inChromium(
        async (page) => {
          await page.addInitScript(recordShifts)
          for (const { path, query, ready } of Object.values(PAGE_KINDS)) {
            await page.goto(fileUrl(path, query))
            if (ready !== undefined) await page.locator(ready).first().waitFor()
            assert.equal(await page.evaluate(readShifts), [], path)
          }
        },
        { viewport: { width, height: 800 } },
      )
    })
  }
}

accessibility.run()
