/** What packing does where the site does not hold still. */
import { readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { packFiles } from '../../src/build/pack-files.js'
import { writeArchive } from '../../src/build/pack-target.js'
import { listSiteFiles } from '../../src/build/site-files.js'
import { readSiteMarker, writeSiteMarker } from '../../src/build/site-marker.js'
import { KbError } from '../../src/kb-error.js'
import { makeSite } from './small-site.js'

const changed = suite('a site that changes while it is packed')

/** The error that `action` ends with. */
async function failureOf(action: () => unknown): Promise<KbError> {
  try {
    await action()
  } catch (error) {
    if (error instanceof KbError) return error
    throw error
  }
  throw new Error('Expected an error')
}

changed('leaves no archive, neither whole nor half', async () => {
  const site = makeSite()
  const out = join(dirname(site), 'kb-archive.zip')
  const error = await failureOf(() =>
    writeArchive({ site, out, isOwn: () => true }, async (partial) => {
      writeFileSync(partial, 'archive')
      writeSiteMarker(site, { ...readSiteMarker(site), buildId: 'another' })
    }),
  )
  assert.is(error.code, 'site-changed')
  assert.equal(readdirSync(dirname(site)), ['site'])
})

changed('is noticed while a build is under way, which takes the marker away', async () => {
  const site = makeSite()
  writeFileSync(join(site, 'site.json'), '')
  const error = await failureOf(() =>
    writeArchive({ site, out: join(dirname(site), 'kb.zip'), isOwn: () => true }, () => Promise.resolve()),
  )
  assert.is(error.code, 'site-foreign')
})

changed('is noticed by a file that is longer or gone', async () => {
  const site = makeSite()
  const files = listSiteFiles(site)
  const pack = () => packFiles({ part: 0, directory: site, topFolder: 'kb-archive', files })
  const index = join(site, 'index.html')
  writeFileSync(index, 'something else, and longer')
  assert.is((await failureOf(pack)).code, 'site-changed')
  const missing = [{ path: 'gone.html', size: 1, mtimeMs: 0 }]
  const error = await failureOf(() => packFiles({ part: 0, directory: site, topFolder: 'kb-archive', files: missing }))
  assert.is(error.code, 'site-unreadable')
})

changed.run()
