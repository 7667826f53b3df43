/**
 * The search page as its tests open it: by double click, from the unzipped archive, in Chromium; and what they look at.
 */
import type { Locator, Page } from 'playwright-core'
import { test } from 'uvu'
import { CHROMIUM, inChromium, type PageOptions } from './chromium.js'
import { makeTestSite } from './test-site.js'

/** How many articles have all words of a search; where none has, how many have some. */
export const COUNT = /^(?:No article has all words, )?([\d,]+) (?:articles?|have some)\b/

const site = CHROMIUM === null ? null : await makeTestSite()

/** One behaviour of the page, opened with a query string. */
export function it(title: string, query: string, use: (page: Page) => Promise<void>, options: PageOptions = {}): void {
  if (site === null) return
  test(`it ${title}`, () =>
    inChromium(async (page) => {
      await page.goto(site.fileUrl('search/index.html', query))
      await use(page)
    }, options))
}

export const box = (page: Page) => page.getByRole('searchbox')
export const hits = (page: Page) => page.locator('#search-hits h2 a')

/** The line of a filter's value, such as `product:larch-database`. */
export const filterValue = (page: Page, key: string) =>
  page.locator('label.facet-value', { has: page.locator(`[data-key="${key}"]`) })

export const textOf = async (locator: Locator) => (await locator.textContent()) ?? ''

/** The count above the hits, once it is another than `before`. */
export async function readCount(page: Page, before: number | null = null): Promise<number> {
  for (;;) {
    const [, digits] = COUNT.exec(await textOf(page.locator('#search-count'))) ?? []
    if (digits !== undefined && Number(digits.replace(',', '')) !== before) return Number(digits.replace(',', ''))
    await page.waitForTimeout(20)
  }
}

export async function waitForAddress(page: Page, pattern: RegExp): Promise<void> {
  await page.waitForURL((url) => pattern.test(url.search))
}
