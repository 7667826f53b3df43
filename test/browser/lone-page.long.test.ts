/** What a ZIP viewer shows that unpacks nothing but the file one clicks: the home page without its styles and scripts. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CHROMIUM, inChromium } from './chromium.js'
import { makeCompactSite, makeTestSite } from './test-site.js'

const NOTE = 'unpack the whole file first'

if (CHROMIUM !== null)
  for (const [edition, make] of [
    ['full', makeTestSite],
    ['compact', makeCompactSite],
  ] as const) {
    const site = await make()

    test(`it says to unpack first where the home page is opened alone: ${edition} edition`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'kb-lone-'))
      cpSync(join(site.folder, 'index.html'), join(folder, 'index.html'))
      await inChromium(
        async (page) => {
          await page.goto(pathToFileURL(join(folder, 'index.html')).href)
          await page.getByText(NOTE).waitFor()
        },
        { expectedMessage: /ERR_FILE_NOT_FOUND/ },
      ).finally(() => rmSync(folder, { recursive: true }))
    })

    test(`it says nothing of the kind where all is there: ${edition} edition`, () =>
      inChromium(async (page) => {
        await page.goto(site.fileUrl('index.html'))
        assert.not(await page.getByText(NOTE).isVisible())
      }))
  }

test.run()
