/** The records of a ZIP where they are large: what a site of the corpus never reaches, and larger dumps do. */

import { execFileSync } from 'node:child_process'
import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type PlacedEntry, toCentralHeader, toEndOfArchive, toLocalHeader } from '../../src/pack/zip-format.js'
import { listZipFiles, readZipFile } from '../../src/site/zip-reader.js'
import { makeFolder } from '../support/small-site.js'
import { testWithTool } from '../support/tool.js'

const format = suite('ZIP records')
const CONTENT = Buffer.from('text')

/** Writes an archive of stored files at the given places; between them the file has holes. Returns its path. */
function writeArchive(offsets: readonly number[]): string {
  const archive = join(makeFolder(), 'large.zip')
  const descriptor = openSync(archive, 'w')
  const entries: PlacedEntry[] = offsets.map((offset, index) => {
    const entry = {
      name: `kb/${index}.txt`,
      method: 'stored',
      crc: crc32(CONTENT),
      size: 4,
      packedSize: 4,
      offset,
    } as const
    writeSync(descriptor, Buffer.concat([toLocalHeader(entry), CONTENT]), 0, null, offset)
    return entry
  })
  const start = statSync(archive).size
  const directory = Buffer.concat(entries.map(toCentralHeader))
  const end = toEndOfArchive({
    entries: entries.length,
    offset: start,
    size: directory.length,
    comment: 'kb-archive x',
  })
  writeSync(descriptor, Buffer.concat([directory, end]), 0, null, start)
  closeSync(descriptor)
  return archive
}

/** 40 bytes: header, a name such as `kb/0.txt`, content. */
const spacing = 64

const LARGE: Readonly<Record<string, readonly number[]>> = {
  'more than 65,535 files': Array.from({ length: 70_000 }, (_, index) => index * spacing),
  'files beyond 4 GiB': [0, 2 ** 32 - 1, 2 ** 32 + 1000],
}
const PYTHON =
  'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.read(z.namelist()[-1])'

for (const [what, offsets] of Object.entries(LARGE)) {
  const archive = writeArchive(offsets)
  format(`holds ${what}`, async () => {
    const { places } = await listZipFiles(archive)
    assert.is(places.size, offsets.length)
    for (const place of [...places.values()].slice(-3)) assert.equal(readZipFile(archive, place), CONTENT)
  })
  testWithTool(format, 'python3')(`holds ${what}, as Python reads it`, (python) => {
    execFileSync(python, ['-c', PYTHON, archive])
  })
  testWithTool(format, 'unzip')(`holds ${what}, as Info-ZIP reads it`, (unzip) => {
    assert.equal(execFileSync(unzip, ['-p', archive, 'kb/2.txt']), CONTENT)
  })
}

format('has no ZIP64 records where none are needed', () => {
  const end = toEndOfArchive({ entries: 65_534, offset: 2 ** 32 - 2, size: 10, comment: '' })
  assert.is(end.length, 22)
})

format.run()
