/**
 * Pages look as they did: each kind, narrow and wide, some dark, against the pictures in `baselines/`.
 *
 * A picture that differs is put, with the difference in red, into the system's temporary folder.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isThorough } from '../support/thorough.js'
import { CHROMIUM, inChromium } from './chromium.js'
import { makeTestSite } from './test-site.js'
import { BASELINES, compare, hasFonts, photograph, readBaseline, VIEWS } from './visual.js'

const DIFFERENCES = join(tmpdir(), 'kb-visual-differences')

/** The kinds with most on them; the long test looks at all. */
const FEW = /^(?:home|article|results)-\d/

const visual = suite('looks')

visual('has a picture of every view and no other', () => {
  assert.equal(readdirSync(BASELINES).sort(), VIEWS.map(({ name }) => `${name}.png`).sort())
})

visual('tells a light page from a dark one, and a moved one', () => {
  const light = readBaseline('article-1280-light')
  assert.ok(compare(light, readBaseline('article-1280-dark')))
  const moved = new PNG({ width: light.width, height: light.height })
  PNG.bitblt(light, moved, 0, 2, light.width, light.height - 2, 0, 0)
  assert.ok(compare(moved, light))
})

const site = CHROMIUM === null ? null : await makeTestSite()
if (site !== null && (await fontsAreThere()))
  for (const view of VIEWS.filter(({ name }) => isThorough || FEW.test(name)))
    visual(`${view.name} is as it was`, () =>
      inChromium(async (page) => {
        const picture = await photograph(page, site, view)
        const baseline = readBaseline(view.name)
        const difference = new PNG({ width: baseline.width, height: baseline.height })
        const found = compare(picture, baseline, difference)
        if (found === null) return
        mkdirSync(DIFFERENCES, { recursive: true })
        writeFileSync(join(DIFFERENCES, `${view.name}.png`), PNG.sync.write(picture))
        writeFileSync(join(DIFFERENCES, `${view.name}.difference.png`), PNG.sync.write(difference))
        assert.unreachable(`${found}: see ${DIFFERENCES}; if it is meant, \`npm run baselines\``)
      }, view.options),
    )

async function fontsAreThere(): Promise<boolean> {
  let there = false
  await inChromium(async (page) => {
    there = await hasFonts(page)
  })
  if (!there) console.log('# skipped: the font DejaVu Sans is missing (on Debian: apt-get install fonts-dejavu-core)')
  return there
}

visual.run()
