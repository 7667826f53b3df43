/**
 * The site that the browser tests open: the sample archive, built and packed by the CLI, unpacked as a reader would, under a
 * path that is nobody's friend. `KB_TEST_SITE=DIR` takes a site that is already there instead, such as the real corpus.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readZip } from '../support/read-zip.js'
import { makeSampleSite, runKb } from '../support/sample-site.js'

/** A space, an umlaut, and what means something in an address: `#`, `%`, `?` can't be in names on Windows. */
const UNFRIENDLY_FOLDER = 'My Archive #1 für 100%'

export interface TestSite {
  readonly folder: string
  /** Address of a file of the site; the query string goes on top: `fileUrl('search/index.html', '?q=x')`. */
  fileUrl(path: string, query?: string): string
}

/** Makes the site once a process; it goes when the process ends. */
export async function makeTestSite(): Promise<TestSite> {
  const given = process.env.KB_TEST_SITE
  return given === undefined ? makeSite() : toTestSite(given)
}

/** The same in the compact edition. `flags`: more of `kb build`. */
export function makeCompactSite(flags: readonly string[] = []): Promise<TestSite> {
  return makeSite(flags, ['--compact'])
}

/** Builds, packs and unpacks the sample. */
export async function makeSite(
  buildFlags: readonly string[] = [],
  packFlags: readonly string[] = [],
): Promise<TestSite> {
  const temporary = mkdtempSync(join(tmpdir(), 'kb-browser-'))
  process.on('exit', () => rmSync(temporary, { recursive: true, force: true }))
  const zip = join(temporary, 'kb-archive.zip')
  runKb('pack', '--site', makeSampleSite(...buildFlags), '--out', zip, ...packFlags)
  const folder = join(temporary, UNFRIENDLY_FOLDER)
  await unpack(zip, folder)
  return toTestSite(join(folder, 'kb-archive'))
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
