/** The way that a reader goes in every edition: from the home page over a product to an article, by links alone. */
import type { Page } from 'playwright-core'

/** Goes from the home page, which is open, to the sample's article about registry values. */
export async function walkToArticle(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Products' }).first().click()
  await page
    .getByRole('link', { name: /^Borealis Mail Server/ })
    .first()
    .click()
  await page.getByRole('link', { name: /Registry Values of the Borealis Transport Service/ }).click()
}
