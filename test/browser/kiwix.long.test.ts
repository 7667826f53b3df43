/**
 * The archive as a ZIM, as kiwix-serve shows it: reading, and searching with the archive's own full text, in Chromium.
 */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { findPort, waitUntilUp } from '../support/free-port.js'
import { makeSampleSite, runKb } from '../support/sample-site.js'
import { findTool } from '../support/tool.js'
import { CHROMIUM, inChromium } from './chromium.js'
import { walkToArticle } from './walk.js'

const server = findTool('kiwix-serve', 'kiwix-tools')
const writer = findTool('zimwriterfs', 'zim-tools')
const zim = CHROMIUM === null || server === null || writer === null ? null : await makeZim()

/** Packs the sample; the file goes when the process ends. */
async function makeZim(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kb-kiwix-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const zim = join(folder, 'kb-archive.zim')
  runKb('pack', '--format', 'zim', '--site', await makeSampleSite(), '--out', zim)
  return zim
}

/** Serves the ZIM while `use` works with it; `book`: where its pages are, which differs between versions of the program. */
function it(title: string, use: (page: Page, book: string) => Promise<void>): void {
  if (zim === null) return
  test(`it ${title}`, async () => {
    const port = await findPort()
    const origin = `http://127.0.0.1:${port}`
    const running = spawn(server ?? '', ['-i', '127.0.0.1', '-p', String(port), zim], { stdio: 'ignore' })
    try {
      await waitUntilUp(origin)
      const isNew = (await fetch(`${origin}/content/kb-archive/index.html`)).ok
      const book = `${origin}${isNew ? '/content' : ''}/kb-archive`
      // The program's own bar has event handlers inside the page, which the page's policy forbids.
      await inChromium((page) => use(page, book), { origin, expectedMessage: /inline event handler/ })
    } finally {
      running.kill()
    }
  })
}

it('leads from the home page over a product to an article', async (page, book) => {
  await page.goto(`${book}/index.html`)
  await walkToArticle(page)
  await page.waitForURL(`${book}/kb/231/Q231410/index.html`)
  await page.reload()
  assert.match((await page.locator('h1').textContent()) ?? '', /Registry Values/)
})

it("searches with the archive's own index, and comes back to the search", async (page, book) => {
  await page.goto(`${book}/search/index.html`)
  await page.locator('#search-text').fill('"cover pages"')
  await page.locator('#search-hits', { hasText: 'Cover Pages' }).waitFor()
  await page.locator('#search-hits h2 a').first().click()
  await page.waitForURL(/\/kb\/\d{3}\/Q\d+\/index\.html(?:#.*)?$/)
  await page.goBack()
  await page.locator('#search-hits', { hasText: 'Cover Pages' }).waitFor()
})

const checker = findTool('zimcheck', 'zim-tools')
if (zim !== null && checker !== null)
  test('it passes all checks of zimcheck', () => {
    assert.match(execFileSync(checker, ['-A', zim], { encoding: 'utf8', cwd: dirname(zim) }), 'Status: Pass')
  })

test.run()
