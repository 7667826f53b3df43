/**
 * `npm run goldens`: updates `expected.json` of every golden case of the parser and `main.html` of every golden page,
 * and names those that changed. Run it after an intended change, then read the diff.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  GOLDEN_FOLDER,
  listGoldenCases,
  parseGolden,
  readExpected,
  toReadableJson,
} from '../test/article/golden-cases.js'
import { makeSampleSite } from '../test/support/sample-site.js'
import { GOLDEN_PAGES, listGoldenPages, readGoldenMain, toGoldenMain } from '../test/templates/golden-pages.js'

for (const golden of listGoldenCases()) {
  const text = `${toReadableJson(parseGolden(golden))}\n`
  if (text === readExpected(golden)) continue
  writeFileSync(join(GOLDEN_FOLDER, golden.reason, 'expected.json'), text)
  process.stdout.write(`${golden.reason}\n`)
}

const site = await makeSampleSite()
for (const page of listGoldenPages()) {
  const main = toGoldenMain(readFileSync(join(site, page.file), 'utf8'))
  if (main === readGoldenMain(page)) continue
  writeFileSync(join(GOLDEN_PAGES, page.name, 'main.html'), main)
  process.stdout.write(`${page.name}\n`)
}
