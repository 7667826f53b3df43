/** What the pages of the sample say, tag by tag: see `golden-pages.ts`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { makeSampleSite } from '../support/sample-site.js'
import { listGoldenPages, readGoldenMain, toGoldenMain } from './golden-pages.js'

const golden = suite('golden pages')
const folder = await makeSampleSite()

for (const page of listGoldenPages())
  golden(`${page.name} is made as it was`, () => {
    assert.fixture(toGoldenMain(readFileSync(join(folder, page.file), 'utf8')), readGoldenMain(page))
  })

golden.run()
