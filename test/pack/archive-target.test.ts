/** What packing does where the site does not hold still. */
import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { KbError } from '../../src/kb-error.js'
import { writeArchive } from '../../src/pack/archive-target.js'
import { readChecksums } from '../../src/pack/site-watch.js'
import { packFiles } from '../../src/pack/zip-part.js'
import { listSiteFiles } from '../../src/site/site-files.js'
import { readSiteMarker, writeSiteMarker } from '../../src/site/site-marker.js'
import { makeSite } from '../support/small-site.js'

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

/** Packs a small site; `meanwhile` happens to it after its files have been read. */
function packWhile(site: string, meanwhile: (site: string) => void) {
  const out = join(dirname(site), 'kb-archive.zip')
  return writeArchive({ site, out, isOwn: () => true }, async (partial, { files }) => {
    const checksums = readChecksums(site, files)
    writeFileSync(partial, 'archive')
    meanwhile(site)
    return { checksums }
  })
}

changed('leaves no archive, neither whole nor half', async () => {
  const site = makeSite()
  const another = () => writeSiteMarker(site, { ...readSiteMarker(site), buildId: 'another' })
  const error = await failureOf(() => packWhile(site, another))
  assert.is(error.code, 'site-changed')
  assert.equal(readdirSync(dirname(site)), ['site'])
})

changed('is noticed while a build is under way, which takes the marker away', async () => {
  const site = makeSite()
  writeFileSync(join(site, 'site.json'), '')
  const error = await failureOf(() => packWhile(site, () => undefined))
  assert.is(error.code, 'site-foreign')
})

changed('is noticed by a file that is longer or gone as it is read', async () => {
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

for (const [what, path, change] of [
  ['has other content of the same length', 'index.html', (file: string) => writeSameLength(file)],
  ['is new', 'new.html', (file: string) => writeFileSync(file, 'new')],
  ['is gone', '404.html', (file: string) => rmSync(file)],
] as const)
  changed(`is noticed by a file that ${what} after it was read, and named`, async () => {
    const site = makeSite()
    const error = await failureOf(() => packWhile(site, () => change(join(site, path))))
    assert.is(error.code, 'site-changed')
    assert.is(error.where, join(site, path))
    assert.equal(readdirSync(dirname(site)), ['site'])
  })

function writeSameLength(file: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('a', 'b'))
  utimesSync(file, 0, 0)
}

changed('is not one whose files only got other dates', async () => {
  const site = makeSite()
  await packWhile(site, () => utimesSync(join(site, 'index.html'), 0, 0))
  assert.equal(readdirSync(dirname(site)).sort(), ['kb-archive.zip', 'site'])
})

changed.run()
