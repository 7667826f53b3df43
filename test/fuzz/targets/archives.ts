/** The readers of dumps: any bytes end, stay within the limits, give the same twice, and leave the disk as it was. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as assert from 'uvu/assert'
import type { Limits } from '../../../src/dump/limits.js'
import { readDump, readSingle } from '../../../src/dump/read-dump.js'
import { findSources, type Source } from '../../../src/dump/sources.js'
import { KbError } from '../../../src/kb-error.js'
import { toTar, toZip, type ZipFile } from '../../dump/tiny-archives.js'
import { makeScratch, toRawText } from '../../support/small-dump.js'
import type { Random } from '../random.js'
import type { Target } from '../target.js'

const LIMITS: Limits = {
  maxBucketBytes: 1e9,
  maxArticleBytes: 50_000,
  maxFileBytes: 100_000,
  maxArchiveBytes: 500_000,
  maxFiles: 50,
}
/** What zlib and the file system hand over at once: an archive is left after the piece that is beyond the limit. */
const PIECE_BYTES = 1_100_000

const NAMES = ['a.txt', '../../up.txt', '/abs.txt', 'C:\\x.txt', 'folder/', 'CON', 'a\u0000b', '\u202etxt', 'é.txt', '']
const TYPES = ['file', 'directory', 'symlink', 'link', 'fifo', 'character-device', 'contiguous-file'] as const

export const archives: Target = {
  name: 'archives',
  isGuide: (file) => /\/src\/dump\/|node_modules\/(?:yauzl|tar-stream|streamx)\//.test(file),
  seeds: async () => {
    const files = [1, 2, 3].map((number) => ({
      name: `${number}.txt`,
      content: toRawText({ number: 100_000 + number }),
    }))
    const tar = await toTar(files)
    const zip = toZip(files)
    return [
      zip,
      toZip(files.map((file) => ({ ...file, method: 'stored' }))),
      tar,
      gzipSync(tar),
      Buffer.from('PK\x05\x06'),
    ]
  },
  dictionary: [
    ...['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06', 'PK\x06\x06', 'PK\x06\x07', 'PK\x07\x08', '\x01\x00', 'up\x01'],
    ...['ustar\x0000', 'ustar  \x00', '././@LongLink', 'path=', '22 linkpath=a\n', '7777777', '\x80\x00\x00\x00'],
    ...['\xff\xff\xff\xff', '\xff\xff', '\x00'.repeat(512), 'x', 'g', 'L', 'K', '5', '2', '\x1f\x8b\x08\x00'],
  ].map((text) => Buffer.from(text, 'latin1')),
  maxBytes: 256 * 1024,
  generate,
  check,
}

async function generate(random: Random): Promise<Buffer> {
  const content = () =>
    random.chance(0.1)
      ? Buffer.alloc(random.smallBelow(2_000_000) + 1, random.below(256))
      : Buffer.from(toRawText({ number: 100_000 + random.below(50) }))
  if (random.chance(0.5)) return toZip(random.list(6, () => randomZipFile(random, content())))
  const files = random.list(6, () => ({ name: `${random.pick(NAMES)}a`, content: content(), type: random.pick(TYPES) }))
  const tar = await toTar(
    files.map((file) => (file.type === 'file' ? file : { ...file, content: '', linkname: '../x' })),
  )
  const changed = random.chance(0.5) ? fixHeader(tar, random) : tar
  if (random.chance(0.5)) return changed
  const packed = gzipSync(changed)
  return random.chance(0.3) ? packed.subarray(0, random.below(packed.length)) : packed
}

function randomZipFile(random: Random, content: Buffer): ZipFile {
  const lies: Partial<ZipFile>[] = [
    {},
    { method: 'stored' },
    { crc: random.below(2 ** 32) },
    { size: random.smallBelow(2 ** 32) + 1 },
    { flags: random.below(65_536) },
    { methodNumber: random.below(100) },
    { mode: random.below(65_536) },
  ]
  return { name: random.pick(NAMES), content, ...random.pick(lies), ...random.pick(lies) }
}

const BLOCK = 512
const CHECKSUM_AT = 148

/** Changes a byte of a TAR's header and mends its checksum, so that it is believed. */
function fixHeader(tar: Buffer, random: Random): Buffer {
  const copy = Buffer.from(tar)
  const start = BLOCK * random.below(Math.floor(copy.length / BLOCK))
  copy[start + random.below(BLOCK)] = random.pick([0, 0x20, 0x30, 0x37, 0x4c, 0x67, 0x78, 0x80, 0xff])
  copy.fill(0x20, start + CHECKSUM_AT, start + CHECKSUM_AT + 8)
  const sum = copy.subarray(start, start + BLOCK).reduce((total, byte) => total + byte, 0)
  copy.write(`${sum.toString(8).padStart(6, '0')}\0 `, start + CHECKSUM_AT, 'latin1')
  return copy
}

const folderCache = new Map<string, string>()

/** One folder of this process with a folder in it, so that `../` would show. */
function scratchFolder(): string {
  const known = folderCache.get('') ?? join(makeScratch(), 'dump')
  folderCache.set('', known)
  mkdirSync(known, { recursive: true })
  return known
}

async function check(bytes: Buffer): Promise<void> {
  const folder = scratchFolder()
  const path = join(folder, 'source')
  writeFileSync(path, bytes)
  const [source] = findKnownSources(path)
  if (source === undefined) return
  await checkLimits(source)
  assert.equal(await listAll(source), await listAll(source), 'the same bytes give other articles')
  assert.equal(readdirSync(join(folder, '..'), { recursive: true }).sort(), ['dump', 'dump/source'], 'files appeared')
  assert.ok(readFileSync(path).equals(bytes), 'the source was changed')
}

/** None where the bytes are of a packer that is not read, which is said. */
function findKnownSources(path: string): readonly Source[] {
  try {
    return findSources([path])
  } catch (error) {
    if (error instanceof KbError && error.hint !== null) return []
    throw error
  }
}

async function checkLimits(source: Source): Promise<void> {
  let unpacked = 0
  let files = 0
  for await (const file of readSingle(source, LIMITS)) {
    if (++files > LIMITS.maxFiles) return
    if (file.type === 'skipped') continue
    assert.ok(file.bytes.length <= LIMITS.maxFileBytes, `a file of ${file.bytes.length} bytes`)
    unpacked += file.bytes.length
  }
  const most = LIMITS.maxArchiveBytes + PIECE_BYTES
  assert.ok(source.kind === 'file' || unpacked <= most, `${unpacked} bytes were unpacked`)
}

async function listAll(source: Source): Promise<readonly string[]> {
  const list: string[] = []
  for await (const { number, sha256 } of readDump([source], LIMITS, ({ name, reason }) =>
    list.push(`${reason} ${name}`),
  ))
    list.push(`${number} ${sha256}`)
  assert.ok(list.length < 10_000, 'more files than may be')
  return list
}
