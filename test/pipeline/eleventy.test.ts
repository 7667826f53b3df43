/** Most pages of a build go round Eleventy, through the same templates: what `npm run dev` shows is what a build writes. */
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { openArchive as Open } from '../../src/pipeline/open-dev-archive.js'
import { makeDump, mustBuild } from '../support/built-twice.js'
import { readTree } from '../support/small-dump.js'
import { renderSite } from '../templates/render-site.js'

test('Eleventy makes every page of a build, the same bytes', async () => {
  const { dump, out } = makeDump()
  mustBuild([dump, '--out', out])
  const compiled: string = '../../lib/src/pipeline/open-dev-archive.js'
  const { openArchive }: { openArchive: typeof Open } = await import(compiled)
  const pages = await renderSite(await openArchive([dump], out))
  const made = Object.entries(readTree(join(out, 'site'))).filter(([file]) => file.endsWith('.html'))
  assert.ok(made.some(([file]) => file === 'kb/214/Q214864/index.html'))
  for (const [file, bytes] of made) assert.is(pages.get(file), Buffer.from(bytes, 'latin1').toString(), file)
})

test.run()
