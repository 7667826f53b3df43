/**
 * One page of each kind in Chromium, light and dark, wide and narrow: axe finds nothing, nothing sticks out, nothing jumps.
 */
import type { Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isThorough } from '../support/thorough.js'
import { CHROMIUM, inChromium } from './chromium.js'
import { askAxe, readShifts, recordShifts } from './page-checks.js'
import { PAGE_KINDS } from './page-kinds.js'
import { makeTestSite, type TestSite } from './test-site.js'

/** The narrowest phone; a notebook at 200 %; the notebook. */
const WIDTHS = isThorough ? [320, 640, 1280] : [320]

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

if (CHROMIUM !== null) {
  for (const colorScheme of isThorough ? (['light', 'dark'] as const) : (['light'] as const)) {
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
