/** A finished site of a few files in a temporary folder, for the tests of what reads sites. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { writeSiteMarker } from '../../src/site/site-marker.js'

/** A home page that links to one article, and back. */
export const SMALL_SITE: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html><title>Home</title><a href="kb/214/Q214864/index.html">An article</a>',
  'kb/214/Q214864/index.html':
    '<!doctype html><title>Article</title><link rel="stylesheet" href="../../../assets/site.css">' +
    '<a href="../../../index.html">Home</a><p id="text">The Tallybook printer stops.</p>',
  'assets/site.css': 'p { margin: 0 }\n',
  '404.html': '<!doctype html><title>Not found</title><p>There is no such page.</p>',
}

/** Writes `files` into a new folder, named oddly on purpose, and marks it as a finished site. Returns its path. */
export function makeSite(files: Readonly<Record<string, string | Uint8Array>> = SMALL_SITE): string {
  const site = join(makeFolder(), 'site')
  writeFiles(site, files)
  writeSiteMarker(site, { generator: 'kb-archive 0.0.0', buildId: 'b1d0', title: 'Test', articles: 1 })
  return site
}

const madeFolders: string[] = []
process.once('exit', () => {
  for (const folder of madeFolders) rmSync(folder, { recursive: true, force: true })
})

/** A new temporary folder whose name has a space, an umlaut, `#` and `%`; it goes when the tests end. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kb ä#%-'))
  madeFolders.push(folder)
  return folder
}

/** Writes files by their paths below `directory`. */
export function writeFiles(directory: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), content)
  }
}
