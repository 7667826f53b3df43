/** `kb pack --compact`, from outside: what is in the edition, that `kb check` reads it, and what is refused. */
import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { listPackedFiles, readPackedFile, readPackTable } from '../../src/site/compact-reader.js'
import { buildSmallSite } from '../support/built-site.js'
import { readZip } from '../support/read-zip.js'
import { askKb, runKb } from '../support/run-kb.js'
import { makeFolder, writeFiles } from '../support/small-site.js'

const compact = suite('kb pack --compact')

/** Packs a small site and gives the archive's name. */
function packCompact(site = buildSmallSite()): string {
  const run = askKb(['pack', '--compact', '--site', site])
  assert.is(run.status, 0, run.stderr)
  return join(dirname(site), 'kb-archive-compact.zip')
}

/** Unpacks it and gives the folder of the site. */
async function unpack(archive: string): Promise<string> {
  const folder = makeFolder()
  writeFiles(folder, Object.fromEntries(await readZip(archive)))
  return join(folder, 'kb-archive')
}

compact('leaves no page as a file but the few that must be', async () => {
  const names = [...(await readZip(packCompact())).keys()]
  assert.equal(
    names.filter((name) => name.endsWith('.html')),
    ['404.html', 'index.html', 'search/index.html', 'page.html'].map((name) => `kb-archive/${name}`),
  )
  assert.ok(names.length < 30, `${names.length} files`)
})

compact('gives the same bytes for the same site, with threads and without', () => {
  const site = buildSmallSite()
  const threads = runKb(['pack', '--compact', '--site', site])
  assert.is(threads.status, 0, threads.stderr)
  const first = readFileSync(join(dirname(site), 'kb-archive-compact.zip'))
  utimesSync(join(site, 'index.html'), 0, 0)
  assert.ok(first.equals(readFileSync(packCompact(site))))
})

compact('holds all pages, links and files of the index of the site', async () => {
  const site = buildSmallSite()
  const archive = packCompact(site)
  const counts = (target: string) => {
    const run = askKb(['check', target])
    assert.is(run.status, 0, run.stdout)
    return { pages: /(\d+) pages/.exec(run.stdout)?.[1], shards: /(\d+) files of the index/.exec(run.stdout)?.[1] }
  }
  const full = counts(site)
  // One more page: the shell that shows the others.
  const expected = { ...full, pages: String(Number(full.pages) + 1) }
  assert.equal(counts(archive), expected)
  assert.equal(counts(await unpack(archive)), expected)
})

compact('gives back the content of each page to the byte, original texts too', async () => {
  const site = buildSmallSite()
  const folder = await unpack(packCompact(site))
  const read = (path: string) => readFileSync(join(folder, path))
  const table = readPackTable(read)
  const pages = listPackedFiles(table, read).filter((path) => path.endsWith('.html'))
  assert.ok(pages.some((path) => path.includes('/originals-')))
  const mainOf = (html: string) => html.slice(html.indexOf('<main'), html.lastIndexOf('</main>'))
  for (const path of pages) {
    const packed = readPackedFile(table, path, read)?.toString() ?? ''
    assert.is(mainOf(packed), mainOf(readFileSync(join(site, path), 'utf8')), path)
  }
})

compact('is found out where a pack is damaged', async () => {
  const folder = await unpack(packCompact())
  const pack = join(folder, 'packs/pages/000.js')
  const bytes = readFileSync(pack)
  bytes.fill(0x41, 200, 400)
  writeFileSync(pack, bytes)
  const run = askKb(['check', folder])
  assert.is(run.status, 1)
  assert.match(run.stdout, 'Expected the content that `MANIFEST.sha256` says')
  assert.match(run.stdout, 'packs/pages/000.js: Expected a pack of the compact edition that can be read')
})

compact('sends permalinks to where it has the page, on hosts that read `_redirects`', async () => {
  const redirects = (await readZip(packCompact())).get('kb-archive/_redirects')?.toString() ?? ''
  assert.ok(redirects.indexOf('/kb/ /#numbers 302') < redirects.indexOf('/kb/* '), 'the own rules come first')
  assert.match(redirects, /^\/kb\/\* \/page\.html\?p=kb\/:splat 302$/m)
  assert.match(redirects, /^\/year\/\* \/page\.html\?p=year\/:splat 302$/m)
})

compact('keeps packs for a year on hosts that read `_headers`, but not their table', async () => {
  const headers = (await readZip(packCompact())).get('kb-archive/_headers')?.toString() ?? ''
  for (const kind of ['pages', 'shards'])
    assert.match(headers, new RegExp(`^/packs/${kind}/\\*\\n {2}Cache-Control: .*immutable`, 'm'))
  for (const path of headers.match(/^\/.*$/gm) ?? []) assert.match(path, /^[^*]*\*$/)
  assert.not.match(headers, /^\/packs\/\*/m)
})

compact('is compared with a host by its own files', async () => {
  const run = askKb(['check', packCompact(), '--host', 'cloudflare-pages'])
  assert.is(run.status, 0, run.stdout)
})

compact('refuses a compact edition as its own source', async () => {
  const folder = await unpack(packCompact())
  for (const flags of [['--compact'], []]) {
    const run = askKb(['pack', ...flags, '--site', folder, '--out', join(makeFolder(), 'again.zip')])
    assert.is(run.status, 1)
    assert.match(run.stderr, 'Expected a built site, found a compact edition of one')
  }
})

compact('refuses a site that another version has built', () => {
  const site = buildSmallSite()
  const assets = join(site, 'assets')
  for (const name of readdirSync(assets)) if (name.startsWith('search.')) rmSync(join(assets, name))
  const run = askKb(['pack', '--compact', '--site', site])
  assert.is(run.status, 1)
  assert.match(run.stderr, 'Expected a site that this version has built')
})

compact('refuses to be a ZIM', () => {
  const run = askKb(['pack', '--compact', '--format', 'zim', '--site', buildSmallSite()])
  assert.is(run.status, 2)
  assert.match(run.stderr, 'a ZIM is one file already')
})

compact.run()
