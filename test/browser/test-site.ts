/**
 * The site that the browser tests open: the sample archive, built and packed by the CLI, unpacked as a reader would, under a
 * path that is nobody's friend. `KB_TEST_SITE=DIR` takes a site that is already there instead, such as the real corpus.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readZip } from '../support/read-zip.js'
import { makeSampleSite, runKb, toName } from '../support/sample-site.js'
import { copyOf, makeShared } from '../support/shared.js'

/** A space, an umlaut, and what means something in an address: `#`, `%`, `?` can't be in names on Windows. */
const UNFRIENDLY_FOLDER = 'My Archive #1 für 100%'

export interface TestSite {
  readonly folder: string
  /** Address of a file of the site; the query string goes on top: `fileUrl('search/index.html', '?q=x')`. */
  fileUrl(path: string, query?: string): string
}

/** The full edition. */
export async function makeTestSite(): Promise<TestSite> {
  const given = process.env.KB_TEST_SITE
  return given === undefined ? makeSite() : toTestSite(given)
}

/** The same in the compact edition. `flags`: more of `kb build`. */
export function makeCompactSite(flags: readonly string[] = []): Promise<TestSite> {
  return makeSite(flags, ['--compact'])
}

/** Builds, packs and unpacks the sample, once a run. Nobody may change it: see `copySite`. */
export async function makeSite(
  buildFlags: readonly string[] = [],
  packFlags: readonly string[] = [],
): Promise<TestSite> {
  const built = await makeSampleSite(...buildFlags)
  const folder = await makeShared(toName('unpacked', [...buildFlags, ...packFlags]), async (temporary) => {
    const zip = join(temporary, 'kb-archive.zip')
    runKb('pack', '--site', built, '--out', zip, ...packFlags)
    await unpack(zip, join(temporary, UNFRIENDLY_FOLDER))
  })
  return toTestSite(join(folder, UNFRIENDLY_FOLDER, 'kb-archive'))
}

/** A copy of a site, to change. */
export function copySite({ folder }: TestSite): TestSite {
  return toTestSite(copyOf(folder))
}

function toTestSite(folder: string): TestSite {
  return { folder, fileUrl: (path, query = '') => pathToFileURL(join(folder, path)).href + query }
}

async function unpack(zip: string, folder: string): Promise<void> {
  for (const [name, content] of await readZip(zip)) {
    if (name.endsWith('/')) continue
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
}
