/** `kb build` of a dump with one good article among all that can be wrong: it is built, and the summary names the rest. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { toTar, toZip } from '../dump/tiny-archives.js'
import { askKb } from '../support/run-kb.js'
import { makeScratch, readTree, toRawText, writeDump } from '../support/small-dump.js'

const build = suite('kb build of a hostile dump')

const GOOD = toRawText({ number: 214_864 })

/** A folder `dump` in a folder of its own, where nothing else may appear but what the build is told to write. */
function makeHostileDump(): string {
  const folder = makeScratch()
  const dump = join(folder, 'dump')
  writeDump(dump, {
    'good.txt': GOOD,
    'same.txt': toRawText({ number: 214_865 }),
    'SAME.TXT': toRawText({ number: 214_866 }),
    'lonely-cr.txt': toRawText({ number: 214_867 }).replaceAll('\r\n', '\r'),
    'wide.txt': Buffer.from(`\ufeff${toRawText({ number: 214_868 })}`, 'utf16le'),
    'long-line.txt': toRawText({ number: 214_869, text: 'word '.repeat(400_000) }),
    'empty.txt': '',
    'zeros.bin': Buffer.alloc(10_000),
    'escape\u001b[2J\u001b]0;title\u0007.txt': 'nothing',
    'inner.zip': toZip([{ name: 'x.txt', content: GOOD }]),
    'id.txt': 'DOCUMENT:Q../../x  11-JUN-2001\r\nTITLE   :x\r\n',
  })
  symlinkSync(folder, join(dump, 'loop'))
  symlinkSync('/etc/passwd', join(dump, 'passwd.txt'))
  if (process.platform !== 'win32') execFileSync('mkfifo', [join(dump, 'pipe')])
  return folder
}

async function writeHostileArchives(folder: string): Promise<string[]> {
  const names = ['../../escape.txt', '/absolute.txt', 'C:\\drive.txt', 'CON', `${'x'.repeat(400)}.txt`]
  const files = names.map((name, index) => ({ name, content: toRawText({ number: 300_000 + index }) }))
  const tar = await toTar([...files, { name: 'soft', type: 'symlink', linkname: '/etc/passwd' }])
  const bad = { name: 'bad-crc.txt', content: GOOD, crc: 1 }
  const archives = {
    'names.zip': toZip([...files, bad, { name: 'secret.txt', content: GOOD, flags: 1 }]),
    'names.tar': tar,
    'cut.tgz': gzipSync(tar.subarray(0, 2000)),
    'cut.zip': toZip(files).subarray(0, 1000),
  }
  writeDump(folder, archives)
  return Object.keys(archives).map((name) => join(folder, name))
}

build('makes the site of the good articles and names all that is wrong', async () => {
  const folder = makeHostileDump()
  const archives = await writeHostileArchives(folder)
  const out = join(folder, 'out')
  const run = askKb(['build', join(folder, 'dump'), ...archives, '--out', out])
  assert.is(run.status, 0, run.stderr)
  for (const id of ['214/Q214864', '214/Q214867', '214/Q214868', '214/Q214869', '300/Q300000', '300/Q300004'])
    assert.ok(existsSync(join(out, 'site/kb', id, 'index.html')), id)
  for (const line of [
    /4 not an article: empty\.txt, escape.*, id\.txt, zeros\.bin/,
    /1 an archive inside a source.*: inner\.zip/,
    /damaged in its archive: bad-crc\.txt, cut\.tgz \(.*\), cut\.zip \(its beginning\)/,
    /1 encrypted in its archive: secret\.txt/,
    /3 a link, which is not followed: loop, passwd\.txt, soft/,
    /1 neither a file nor a folder: pipe/,
  ])
    assert.match(run.stderr, line)
  assert.not.match(run.stderr, '\u001b[2J', 'no escape sequence of a name reaches the terminal')
  assert.not.match(run.stderr, '\u0007')
  assert.equal(readdirSync(folder).sort(), ['cut.tgz', 'cut.zip', 'dump', 'names.tar', 'names.zip', 'out'])
  const written = Object.keys(readTree(out))
  assert.equal(
    written.filter((name) => /escape|absolute|drive|CON\b|\.\./.test(name)),
    [],
  )
})

for (const command of ['build', 'parse'])
  build(`lets no name of a file speak to the terminal, in kb ${command}`, () => {
    const folder = makeScratch()
    writeDump(folder, { 'a\u001b[2J\u009b31m\nkb: all is well\u202e.txt': 'nothing' })
    const run = askKb([command, folder, ...(command === 'build' ? ['--out', join(folder, 'out')] : [])])
    assert.is(run.status, 1)
    assert.not.match(run.stderr, /(?!\n)[\p{Cc}\p{Bidi_Control}]/u)
    assert.not.match(run.stderr, '\nkb: all is well')
  })

build('prints no control character with an article, and the same article', () => {
  const folder = makeScratch()
  const title = 'a\u001b[2Jb\u007fc\u009b31md\u202ee'
  writeDump(folder, { 'a.txt': toRawText({ number: 214_864, title }) })
  const { stdout } = askKb(['parse', join(folder, 'a.txt')])
  assert.not.match(stdout.trimEnd(), /[\p{Cc}\p{Bidi_Control}]/u)
  assert.is(JSON.parse(stdout).title, title)
})

for (const command of ['build', 'parse'])
  build(`leaves out an article that is larger than --max-article-mb says, in kb ${command}`, () => {
    const folder = makeScratch()
    const large = toRawText({ number: 214_865, text: 'word '.repeat(250_000) })
    writeDump(folder, { 'dump/a.txt': GOOD, 'dump/b.txt': large })
    const given = [command, join(folder, 'dump'), ...(command === 'build' ? ['--out', join(folder, 'out')] : [])]
    const limited = askKb([...given, '--max-article-mb', '1'])
    assert.is(limited.status, 0, limited.stderr)
    assert.match(limited.stderr, /an article larger than --max-article-mb allows/)
    assert.match(limited.stderr, /\bb\.txt\b/)
    assert.not.match(limited.stderr, /\ba\.txt\b/)
  })

build('says what is wrong with a source that gives nothing else', () => {
  const folder = makeScratch()
  const zip = toZip([{ name: 'a.txt', content: GOOD }])
  writeDump(folder, { 'cut.zip': zip.subarray(0, zip.length - 40) })
  mkdirSync(join(folder, 'out'))
  const run = askKb(['build', join(folder, 'cut.zip'), '--out', join(folder, 'out')])
  assert.is(run.status, 1)
  assert.match(run.stderr, /Expected articles, found .*\(cut\.zip \(its beginning\): damaged in its archive\)/)
})

build('says which file an encoding does not fit', () => {
  const folder = makeScratch()
  writeDump(folder, { 'a.txt': GOOD })
  const run = askKb(['build', join(folder, 'a.txt'), '--out', join(folder, 'out'), '--encoding', 'utf-16le'])
  assert.is(run.status, 1)
  assert.match(run.stderr, /a\.txt: Expected the header of Q214864, found none\. The text is not utf-16le/)
})

build('reads as many files of a folder as --max-files says, and names the next', () => {
  const folder = makeScratch()
  const files = [0, 1, 2, 3].map((index) => [`dump/${index}.txt`, toRawText({ number: 214_864 + index })] as const)
  writeDump(folder, Object.fromEntries(files))
  const run = askKb(['build', join(folder, 'dump'), '--out', join(folder, 'out'), '--max-files', '2'])
  assert.is(run.status, 0, run.stderr)
  assert.match(run.stderr, '2 beyond --max-files: 2.txt, 3.txt')
  const articles = readdirSync(join(folder, 'out/site/kb/214')).filter((name) => name.startsWith('Q'))
  assert.equal(articles.sort(), ['Q214864', 'Q214865'])
})

build.run()
