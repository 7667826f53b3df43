/** `kb check`, from outside. */
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { askKb, runKb } from '../support/run-kb.js'
import { TEXTS } from '../support/small-data.js'
import { makeFolder, makeSite, SMALL_SITE, writeFiles } from '../support/small-site.js'
import { testWithTool } from '../support/tool.js'

const check = suite('kb check')

check('finds nothing wrong with a whole site', () => {
  const run = runKb(['check', makeSite()])
  assert.is(run.status, 0, run.stdout + run.stderr)
  assert.match(run.stdout, 'nothing wrong in 5 files')
})

check('names the page, what was expected and what was found', () => {
  const run = askKb(['check', makeSite({ ...SMALL_SITE, 'index.html': '<a href="kb/999/Q999999/index.html">' })])
  assert.is(run.status, 1)
  assert.match(run.stdout, 'index.html: Expected a link to a file of the site, found `kb/999/Q999999/index.html`')
  assert.match(run.stdout, '1 problem')
})

check('follows fragments into other pages', () => {
  const home = '<a href="kb/214/Q214864/index.html#text">a</a><a href="kb/214/Q214864/index.html#cause">b</a>'
  const run = askKb(['check', makeSite({ ...SMALL_SITE, 'index.html': home })])
  assert.match(run.stdout, 'found `kb/214/Q214864/index.html#cause`')
  assert.match(run.stdout, '1 problem')
})

check('prints the first of many findings of a kind and counts the rest', () => {
  const links = Array.from({ length: 50 }, (_, index) => `<a href="missing-${index}.html">`).join('')
  const run = askKb(['check', makeSite({ ...SMALL_SITE, 'index.html': links })])
  assert.match(run.stdout, '... and 30 more of `link-missing`')
  assert.match(run.stdout, '50 problems')
})

check('says that a folder is no finished site', () => {
  const site = makeSite()
  rmSync(join(site, 'site.json'))
  const run = askKb(['check', site])
  assert.is(run.status, 1)
  assert.match(run.stderr, 'Expected a finished site')
})

/** Packs a small site and returns the archive's path. */
function packSite(): string {
  const site = makeSite()
  assert.is(askKb(['pack', '--site', site]).status, 0)
  return join(dirname(site), 'kb-archive.zip')
}

check('verifies an archive without unpacking it', () => {
  const run = askKb(['check', packSite()])
  assert.is(run.status, 0, run.stdout + run.stderr)
  assert.match(run.stdout, 'nothing wrong in 6 files')
})

check('names the damaged file of an archive', () => {
  const archive = packSite()
  const bytes = readFileSync(archive)
  bytes.writeUInt8(bytes.readUInt8(60) ^ 0xff, 60)
  writeFileSync(archive, bytes)
  const run = askKb(['check', archive])
  assert.is(run.status, 1)
  assert.match(run.stdout, '404.html: Expected a whole file, found `The file')
})

/** Packs a small site, then lets Python's zipfile, which writes whatever it is told, write it anew with a change. */
function packChanged(python: string, change: string): string {
  const archive = packSite()
  const out = join(makeFolder(), 'changed')
  execFileSync(python, ['-W', 'ignore', '-c', REWRITE, archive, out, change])
  return out
}

/** `files` is a list of name and content, `add` writes one more; `change` is a line of Python. */
const REWRITE = `
import sys, zipfile
source, out, change = sys.argv[1:]
old = zipfile.ZipFile(source)
files = [[entry.filename, old.read(entry)] for entry in old.infolist()]
top, manifest = 'kb-archive/', 'kb-archive/MANIFEST.sha256'
link = zipfile.ZipInfo(top + 'link')
link.create_system, link.external_attr = 3, 0o120777 << 16
exec(change)
with zipfile.ZipFile(out, 'w') as new:
    for name, content in files: new.writestr(name, content)
`

for (const [what, change, found] of [
  [
    'has no manifest',
    'files = [f for f in files if f[0] != manifest]',
    'Expected the archive to have its `MANIFEST.sha256`',
  ],
  [
    'has a manifest with a line that says nothing',
    "files[-1][1] += b'nonsense'",
    'each line of `MANIFEST.sha256`, found `nonsense`',
  ],
  ['has a manifest with a line twice', 'files[-1][1] *= 2', 'a path of its own in each line'],
  ['has two files of one name', "files.insert(0, [top + 'index.html', b'x'])", 'each of them once'],
  ['has a symbolic link', "files.append([link, '/etc/passwd'])", 'kb-archive/link: Expected all files of the archive'],
  [
    'has a file beside its folder',
    "files.append(['evil.txt', 'x'])",
    'evil.txt: Expected all files of the archive in one folder',
  ],
  [
    'has a file that no line of the manifest names',
    "files.append([top + 'evil.txt', 'x'])",
    'Expected every file to be in',
  ],
  ['has a file above its folder', "files.append(['../evil.txt', 'x'])", 'invalid relative path: ../evil.txt'],
] as const)
  testWithTool(check, 'python3')(`says that an archive ${what}`, (python) => {
    const run = askKb(['check', packChanged(python, change)])
    assert.is(run.status, 1)
    assert.match(run.stdout + run.stderr, found)
  })

check('leaves a ZIM to zimcheck', () => {
  const zim = join(makeFolder(), 'kb.zim')
  writeFileSync(zim, 'ZIM\u0004 and so on')
  const run = askKb(['check', zim])
  assert.is(run.status, 1)
  assert.match(run.stderr, 'found a ZIM. Check it with `zimcheck -A`')
})

check('refuses a second place: of that nothing would be said', () => {
  const run = askKb(['check', makeSite(), makeSite()])
  assert.is(run.status, 2)
  assert.match(run.stderr, 'Expected one place')
})

check('says that an archive is cut off', () => {
  const archive = packSite()
  writeFileSync(archive, readFileSync(archive).subarray(0, 700))
  const run = askKb(['check', archive])
  assert.is(run.status, 1)
  assert.match(run.stderr, 'kb-archive.zip: Cannot read the archive')
})

check('compares an unpacked archive with its manifest', () => {
  const site = makeSite({
    ...SMALL_SITE,
    'MANIFEST.sha256': `${'0'.repeat(64)}  index.html\n${'0'.repeat(64)}  gone.html\n`,
  })
  const { stdout } = askKb(['check', site])
  assert.match(stdout, 'index.html: Expected the content that `MANIFEST.sha256` says')
  assert.match(stdout, 'MANIFEST.sha256: Expected a file that `MANIFEST.sha256` lists, found `gone.html`')
  assert.match(stdout, '404.html: Expected every file to be in `MANIFEST.sha256`')
})

check('compares a site with the limits of a host', () => {
  const site = makeSite({ ...SMALL_SITE, 'large.bin': new Uint8Array(26 * 1024 * 1024) })
  const run = askKb(['check', site, '--host', 'cloudflare-pages'])
  assert.is(run.status, 1)
  assert.match(run.stdout, 'large.bin: Expected a site that the host takes, found `26 MiB, at most 25 MiB are taken')
  assert.match(run.stdout, '_headers: Expected a site that the host takes, found `no such file')
  assert.is(askKb(['check', site, '--host', 's3']).status, 0)
  assert.is(askKb(['check', site, '--host', 'geocities']).status, 2)
})

check('proves a built archive, and finds what was damaged since', () => {
  const folder = makeFolder()
  for (const [id, text] of Object.entries(TEXTS)) writeFiles(folder, { [`dump/${id}.TXT`]: text })
  const built = askKb(['build', join(folder, 'dump'), '--out', folder, '--quiet'])
  assert.is(built.status, 0, built.stderr)
  const site = join(folder, 'site')
  const whole = runKb(['check', site])
  assert.is(whole.status, 0, whole.stdout + whole.stderr)
  assert.match(whole.stdout, /nothing wrong in .* 2 articles, [1-9][0-9]* files of the index/)

  const page = join(site, 'kb/214/Q214864/index.html')
  writeFileSync(page, readFileSync(page, 'utf8').replaceAll('after the second sheet', 'after the third sheet'))
  const lengths = join(site, 'search/lengths.js')
  const script = readFileSync(lengths)
  writeFileSync(lengths, script.fill(0x31, script.length - 12, script.length - 8))
  rmSync(join(site, 'search/columns.js'))
  writeFiles(site, { 'search/words/stray.js': '', 'kb/100/Q100001/index.html': '<p>Nobody knows me' })
  const damaged = askKb(['check', site])
  assert.is(damaged.status, 1)
  for (const said of [
    'kb/214/Q214864/index.html: Expected the page to show the words of the article',
    'search/lengths.js: Expected a file of the search index that can be read',
    'search/manifest.js: Expected every file that the search manifest lists, found `search/columns.js`',
    'search/words/stray.js: Expected the search manifest to list every file of the index',
    'kb/100/Q100001/index.html: Expected every page of an article to have its data',
  ])
    assert.match(damaged.stdout, said)
})

check('finds an index that is whole, and of other texts', () => {
  const folder = makeFolder()
  const build = (name: string, texts: Readonly<Record<string, string>>) => {
    for (const [id, text] of Object.entries(texts)) writeFiles(folder, { [`${name}/dump/${id}.TXT`]: text })
    const built = askKb(['build', join(folder, name, 'dump'), '--out', join(folder, name), '--quiet'])
    assert.is(built.status, 0, built.stderr)
    return join(folder, name, 'site')
  }
  const site = build('right', TEXTS)
  const other = build('other', { ...TEXTS, Q214864: (TEXTS.Q214864 ?? '').replace('second sheet', 'second drum') })
  rmSync(join(site, 'search'), { recursive: true })
  cpSync(join(other, 'search'), join(site, 'search'), { recursive: true })
  const run = askKb(['check', site])
  assert.is(run.status, 1, run.stdout + run.stderr)
  assert.match(
    run.stdout,
    'Expected the search index to have the words of the article, and no others, found `Q214864: body`',
  )
})

check.run()
