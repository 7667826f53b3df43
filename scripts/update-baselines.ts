/**
 * `npm run baselines`: takes the pictures of `test/browser/visual.ts` again, and names those that look different. Run
 * it after an intended change of the design, and look at the pictures before you commit them.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { PNG } from 'pngjs'
import { CHROMIUM, inChromium } from '../test/browser/chromium.js'
import { makeTestSite } from '../test/browser/test-site.js'
import { BASELINES, compare, hasFonts, photograph, readBaseline, VIEWS } from '../test/browser/visual.js'

if (CHROMIUM === null) process.exit(1)
const site = await makeTestSite()
mkdirSync(BASELINES, { recursive: true })
for (const file of readdirSync(BASELINES))
  if (!VIEWS.some(({ name }) => file === `${name}.png`)) rmSync(`${BASELINES}/${file}`)
for (const view of VIEWS)
  await inChromium(async (page) => {
    if (!(await hasFonts(page))) throw new Error('Expected the font DejaVu Sans (on Debian: fonts-dejavu-core)')
    const picture = await photograph(page, site, view)
    const file = `${BASELINES}/${view.name}.png`
    if (existsSync(file) && compare(picture, readBaseline(view.name)) === null) return
    writeFileSync(file, PNG.sync.write(picture, { colorType: 2, deflateLevel: 9 }))
    process.stdout.write(`${view.name}\n`)
  }, view.options)
