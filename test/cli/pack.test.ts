/** `kb pack`, from outside: what is in the archive, that it is the same bytes twice, and what it refuses. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readZip } from '../support/read-zip.js'
import { askKb, runKb, startKb } from '../support/run-kb.js'
import { makeFolder, makeSite, SMALL_SITE, writeFiles } from '../support/small-site.js'
import { testWithTool } from '../support/tool.js'

const pack = suite('kb pack')

pack('puts every file of the site under one folder, with its manifest', async () => {
  const site = makeSite()
  const run = runKb(['pack', '--site', site])
  assert.is(run.status, 0, run.stderr)
  const entries = await readZip(join(dirname(site), 'kb-archive.zip'))
  assert.equal(
    [...entries.keys()],
    [
      'kb-archive/404.html',
      'kb-archive/assets/site.css',
      'kb-archive/index.html',
      'kb-archive/kb/214/Q214864/index.html',
      'kb-archive/site.json',
      'kb-archive/MANIFEST.sha256',
    ],
  )
  for (const [path, content] of Object.entries(SMALL_SITE))
    assert.is(entries.get(`kb-archive/${path}`)?.toString(), content)
})

pack('writes a manifest of the hashes of all other files', async () => {
  const site = makeSite()
  askKb(['pack', '--site', site])
  const entries = await readZip(join(dirname(site), 'kb-archive.zip'))
  const lines = entries.get('kb-archive/MANIFEST.sha256')?.toString().trim().split('\n') ?? []
  assert.is(lines.length, entries.size - 1)
  for (const line of lines) {
    const [hash, path] = line.split('  ')
    const content = entries.get(`kb-archive/${path}`)
    assert.ok(content !== undefined, `${path} is in the archive`)
    assert.is(hash, createHash('sha256').update(content).digest('hex'))
  }
})

pack("gives the same bytes for the same site, whatever the time zone, the clock and the files' dates", () => {
  const [first, second] = [makeSite(), makeSite()]
  utimesSync(join(second, 'index.html'), 0, 0)
  runKb(['pack', '--site', first], { TZ: 'Pacific/Kiritimati' })
  runKb(['pack', '--site', second], { TZ: 'America/Los_Angeles' })
  const [a, b] = [first, second].map((site) => readFileSync(join(dirname(site), 'kb-archive.zip')))
  assert.ok(a !== undefined && b !== undefined && a.equals(b))
})

pack('keeps bytes that do not deflate as they are', async () => {
  const noise = Uint8Array.from({ length: 999 }, (_, index) => createHash('sha1').update(`${index}`).digest()[0] ?? 0)
  const site = makeSite({ ...SMALL_SITE, 'assets/noise.png': noise, 'assets/empty.css': '' })
  askKb(['pack', '--site', site])
  const entries = await readZip(join(dirname(site), 'kb-archive.zip'))
  assert.equal(new Uint8Array(entries.get('kb-archive/assets/noise.png') ?? []), noise)
  assert.is(entries.get('kb-archive/assets/empty.css')?.length, 0)
})

for (const [tool, debianPackage, ...args] of [
  ['unzip', 'unzip', '-tq'],
  ['7z', 'p7zip-full', 't'],
  ['python3', 'python3', '-c', 'import sys,zipfile; assert zipfile.ZipFile(sys.argv[1]).testzip() is None'],
] as const)
  testWithTool(
    pack,
    tool,
    debianPackage,
  )(`writes an archive that ${tool} reads without complaint`, (program) => {
    const site = makeSite({ ...SMALL_SITE, 'kb/214/Ünicode.html': 'ü' })
    askKb(['pack', '--site', site])
    execFileSync(program, [...args, join(dirname(site), 'kb-archive.zip')])
  })

pack('overwrites its own archive', () => {
  const site = makeSite()
  askKb(['pack', '--site', site])
  writeFiles(site, { 'new.html': 'new' })
  const run = askKb(['pack', '--site', site])
  assert.is(run.status, 0, run.stderr)
})

pack('leaves a file alone that is no archive of its own', () => {
  const site = makeSite()
  const out = join(makeFolder(), 'thesis.zip')
  writeFileSync(out, 'three years of work')
  const run = askKb(['pack', '--site', site, '--out', out])
  assert.is(run.status, 1)
  assert.match(run.stderr, 'thesis.zip: Expected no file or an archive of `kb pack`')
  assert.is(readFileSync(out, 'utf8'), 'three years of work')
})

pack('refuses a folder that is no finished site, and leaves nothing behind', () => {
  const site = makeSite()
  rmSync(join(site, 'site.json'))
  const run = askKb(['pack', '--site', site])
  assert.is(run.status, 1)
  assert.match(run.stderr, 'Expected a finished site, found no `site.json`')
  assert.equal(readdirSync(dirname(site)), ['site'])
})

pack('refuses a folder of another program', () => {
  const site = makeSite()
  writeFileSync(join(site, 'site.json'), '{"generator": "hugo"}')
  assert.match(askKb(['pack', '--site', site]).stderr, 'Expected `site.json` to be written by `kb build`')
})

pack('refuses a site with a symbolic link in it', () => {
  const site = makeSite()
  symlinkSync('/etc/hostname', join(site, 'hostname.txt'))
  const run = askKb(['pack', '--site', site])
  assert.is(run.status, 1)
  assert.match(run.stderr, 'hostname.txt: Expected only files and folders')
})

pack('says what to do where the folder is missing or cannot be written', () => {
  assert.match(askKb(['pack', '--site', '/nowhere/site']).stderr, 'Build the site first')
  for (const out of ['/dev/null/kb.zip', '/proc/nowhere/kb.zip']) {
    const run = askKb(['pack', '--site', makeSite(), '--out', out])
    assert.is(run.status, 1, run.stderr)
    assert.match(run.stderr, 'Cannot write')
  }
})

pack('leaves nothing under the final name when the disk is full', () => {
  if (!existsSync('/dev/full')) return
  const site = makeSite()
  const folder = makeFolder()
  const out = join(folder, 'kb.zip')
  symlinkSync('/dev/full', `${out}.partial`)
  const run = askKb(['pack', '--site', site, '--out', out])
  assert.is(run.status, 1)
  assert.match(run.stderr, 'the disk is full')
  assert.equal(readdirSync(folder), [])
})

pack('refuses a folder as the name of the archive', () => {
  const site = makeSite()
  for (const out of [makeFolder(), `${join(makeFolder(), 'new')}/`]) {
    const run = askKb(['pack', '--site', site, '--out', out])
    assert.is(run.status, 1)
    assert.match(run.stderr, 'found a folder')
  }
})

pack('refuses a site that is named without its flag', () => {
  const run = askKb(['pack', makeSite()])
  assert.is(run.status, 2)
  assert.match(run.stderr, 'Expected only flags')
})

pack('names the formats when given another', () => {
  const run = askKb(['pack', '--site', makeSite(), '--format', 'rar'])
  assert.is(run.status, 2)
  assert.match(run.stderr, 'Expected the format zip or zim, found `rar`')
})

pack('refuses to put the archive into the site', () => {
  const site = makeSite()
  const run = askKb(['pack', '--site', site, '--out', join(site, 'kb.zip')])
  assert.is(run.status, 1)
  assert.match(run.stderr, 'Expected a place outside the site')
})

/** A site with what a ZIM needs: the picture of its icon. */
function makeIllustratedSite(): string {
  const picture = readFileSync(new URL('../../templates/assets/icon-48.png', import.meta.url))
  return makeSite({ ...SMALL_SITE, 'assets/icon-48.0a1b2c3d.png': picture })
}

testWithTool(
  pack,
  'zimcheck',
  'zim-tools',
)('writes a ZIM in which zimcheck finds nothing', (zimcheck) => {
  const site = makeIllustratedSite()
  for (const time of ['first', 'second']) {
    const run = askKb(['pack', '--site', site, '--format', 'zim'])
    assert.is(run.status, 0, `${time}: ${run.stderr}`)
  }
  assert.match(
    execFileSync(zimcheck, ['-A', join(dirname(site), 'kb-archive.zim')], { encoding: 'utf8' }),
    'Status: Pass',
  )
})

pack('leaves nothing of what zimwriterfs had written when it fails', () => {
  const tools = makeFolder()
  writeFileSync(
    join(tools, 'zimwriterfs'),
    '#!/bin/sh\nfor last; do :; done\ntouch "$last.tmp"\nmkdir "$last"_title.idx.tmp\necho "no luck" >&2\nexit 3\n',
    { mode: 0o755 },
  )
  const site = makeIllustratedSite()
  const run = runKb(['pack', '--site', site, '--format', 'zim'], { PATH: `${tools}:${process.env.PATH}` })
  assert.is(run.status, 1)
  assert.match(run.stderr, '`zimwriterfs` ended with 3: no luck')
  assert.equal(readdirSync(dirname(site)), ['site'])
})

/** A folder of its own with a `zimwriterfs` that says its number, then writes and talks until it is ended. */
function makeEndlessTool(): string {
  const tools = makeFolder()
  const script = `#!/bin/sh
for last; do :; done
echo $$ > "${join(tools, 'pid')}"
while :; do : > "$last.tmp"; echo "Visiting directory x"; sleep 0.02; done
`
  writeFileSync(join(tools, 'zimwriterfs'), script, { mode: 0o755 })
  return tools
}

/** Waits until `isSo`. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20))
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)
  pack(`ends zimwriterfs with itself at ${signal}`, async () => {
    const [site, tools] = [makeIllustratedSite(), makeEndlessTool()]
    const kb = startKb(['pack', '--site', site, '--format', 'zim'], { PATH: `${tools}:${process.env.PATH}` })
    await until(() => existsSync(join(tools, 'pid')) && readFileSync(join(tools, 'pid'), 'utf8').endsWith('\n'))
    const ended = once(kb, 'close')
    kb.kill(signal)
    assert.equal(await ended, [null, signal])
    await until(() => !isRunning(Number(readFileSync(join(tools, 'pid'), 'utf8'))))
    if (signal !== 'SIGKILL') assert.equal(readdirSync(dirname(site)), ['site'])
  })

pack('takes away what a killed run has left', () => {
  const site = makeIllustratedSite()
  const half = join(dirname(site), 'kb-archive.zim.partial')
  writeFileSync(`${half}.tmp`, 'half')
  mkdirSync(`${half}_title.idx.tmp`)
  const gone = { pid: 999_999_999, host: hostname(), processStart: '', since: '' }
  writeFileSync(`${half}-lock`, JSON.stringify(gone))
  const tools = makeFolder()
  writeFileSync(join(tools, 'zimwriterfs'), '#!/bin/sh\nfor last; do :; done\necho done > "$last"\n', { mode: 0o755 })
  const run = runKb(['pack', '--site', site, '--format', 'zim'], { PATH: `${tools}:${process.env.PATH}` })
  assert.is(run.status, 0, run.stderr)
  assert.equal(readdirSync(dirname(site)).sort(), ['kb-archive.zim', 'site'])
})

pack('says that another run is at the same archive', () => {
  const site = makeSite()
  const lock = join(dirname(site), 'kb-archive.zip.partial-lock')
  const holder = { pid: process.pid, host: hostname(), processStart: '', since: '2002-06-11' }
  writeFileSync(lock, JSON.stringify({ ...holder, host: 'elsewhere' }))
  const run = askKb(['pack', '--site', site])
  assert.is(run.status, 1)
  assert.match(run.stderr, 'Another run of kb is at work here')
  assert.ok(existsSync(lock))
})

pack('says what to install where zimwriterfs is missing', () => {
  const run = runKb(['pack', '--site', makeIllustratedSite(), '--format', 'zim'], { PATH: '/nowhere' })
  assert.is(run.status, 1)
  assert.match(run.stderr, 'apt-get install zim-tools')
})

pack.run()
