/**
 * An archive that was copied badly: the search says what is wrong and goes on with the rest.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CHROMIUM, inChromium } from './chromium.js'
import { makeTestSite } from './test-site.js'

/** Files are missing or are no scripts: the browser says so in its console too. */
const EXPECTED = /ERR_FILE_NOT_FOUND|Invalid or unexpected token|SyntaxError/

const site = CHROMIUM === null ? null : await makeTestSite()

/** Copies search page and index, lets `damage` at the index's folder, then opens the page. */
function it(title: string, damage: (folder: string) => void, use: (page: Page) => Promise<void>): void {
  if (site === null) return
  test(`it ${title}`, async () => {
    const copy = mkdtempSync(join(tmpdir(), 'kb-damaged-'))
    for (const folder of ['search', 'assets'])
      cpSync(join(site.folder, folder), join(copy, folder), { recursive: true })
    damage(join(copy, 'search'))
    const address = pathToFileURL(join(copy, 'search/index.html')).href
    const open = async (page: Page) => {
      await page.goto(`${address}?q=printer+mail`)
      await use(page)
    }
    await inChromium(open, { expectedMessage: EXPECTED }).finally(() => rmSync(copy, { recursive: true }))
  })
}

/** All files of a part of the index. */
function listShards(search: string, part: string): readonly string[] {
  return readdirSync(join(search, part)).map((name) => join(search, part, name))
}

const fault = (page: Page) => page.getByRole('alert')
const hits = (page: Page) => page.locator('#search-hits h2 a')

it(
  'names the missing cards and still lists the hits by their ids',
  (search) => rmSync(join(search, 'cards'), { recursive: true }),
  async (page) => {
    await hits(page).first().waitFor()
    assert.match((await hits(page).first().textContent()) ?? '', /^Q\d+$/)
    assert.match((await fault(page).textContent()) ?? '', /search\/cards\/\d+\.js is missing/)
  },
)

it(
  'searches what is left where words are damaged',
  (search) => {
    for (const file of listShards(search, 'words').slice(0, -1))
      writeFileSync(file, readFileSync(file).subarray(0, 200))
  },
  async (page) => assert.match((await fault(page).textContent()) ?? '', /search\/words\/\S+\.js is damaged/),
)

it(
  'notices a file of another edition',
  (search) => {
    for (const file of listShards(search, 'terms')) {
      const script = readFileSync(file, 'utf16le')
      writeFileSync(file, script.replace(/^([^,]*,")[^"]*/, '$1otherstamp'), 'utf16le')
    }
  },
  async (page) => assert.match((await fault(page).textContent()) ?? '', /another edition/),
)

it(
  'says that nothing can be searched without the manifest, and tries again when told to',
  (search) => rmSync(join(search, 'manifest.js')),
  async (page) => {
    assert.match((await fault(page).textContent()) ?? '', /search\/manifest\.js is missing/)
    await fault(page).getByRole('button', { name: 'Try again' }).click()
    await fault(page).waitFor()
  },
)

test.run()
