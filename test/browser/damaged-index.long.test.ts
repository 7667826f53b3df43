/**
 * An archive that was copied badly: the search says what is wrong and goes on with the rest.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

/** Copies search page and index, lets `damage` at the index's folder, then opens the page; `mend` puts all files back. */
function it(
  title: string,
  damage: (folder: string) => void,
  use: (page: Page, mend: () => void) => Promise<void>,
): void {
  if (site === null) return
  test(`it ${title}`, async () => {
    const copy = mkdtempSync(join(tmpdir(), 'kb-damaged-'))
    for (const folder of ['search', 'assets'])
      cpSync(join(site.folder, folder), join(copy, folder), { recursive: true })
    damage(join(copy, 'search'))
    const address = pathToFileURL(join(copy, 'search/index.html')).href
    const open = async (page: Page) => {
      await page.goto(`${address}?q=printer+mail`)
      await use(page, () => cpSync(join(site.folder, 'search'), join(copy, 'search'), { recursive: true }))
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

for (const part of ['manifest', 'lengths', 'columns', 'words', 'terms', 'cards'])
  it(
    `finds what it should once the ${part} are put back and it is told to try again`,
    (search) => rmSync(join(search, existsSync(join(search, part)) ? part : `${part}.js`), { recursive: true }),
    async (page, mend) => {
      assert.match((await fault(page).textContent()) ?? '', new RegExp(`search/${part}\\S* is missing`))
      mend()
      await fault(page).getByRole('button', { name: 'Try again' }).click()
      await page
        .locator('#search-hits h2 a', { hasText: /printer/i })
        .first()
        .waitFor()
      assert.is(await fault(page).count(), 0)
    },
  )

test.run()
