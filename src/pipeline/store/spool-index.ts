/**
 * Which files earlier builds have read, by the hash of their bytes: what articles they hold and where those are kept. So an
 * unchanged file is read and hashed again, but neither recognised nor kept a second time.
 *
 * One table of rows of equal length, sorted by hash, that all workers share and search without unpacking it:
 *
 *     file's sha256 (32)  article's sha256 (32)  number (4)  date as 20020611 (4)  form (4)  pack (4)  offset (8)  length (4)
 */
import { FORMS } from '../../article/form-names.js'
import { firstNotBefore } from '../../search/arrays/binary-search.js'
import { toDateNumber, toIsoDate } from './iso-date.js'
import type { RawPlace, SourceRecord } from './source-record.js'

const ROW_BYTES = 92
const HASH_BYTES = 32
const AT = { file: 0, article: 32, number: 64, date: 68, form: 72, pack: 76, offset: 80, length: 88 } as const

/** A record but for the name, which is the file's of today. */
export type KnownArticle = Omit<SourceRecord, 'name'>

export interface RawIndex {
  readonly rowCount: number
  /** The first row of the file with this hash; -1 where it is not known. */
  find(sha256: Buffer): number
  /** The articles of the file whose first row this is, a row each. */
  articlesAt(row: number): readonly KnownArticle[]
  /** How long each pack must be at least. */
  packLengths(): ReadonlyMap<number, number>
}

/** Makes the table in memory that threads share. Files that hold the same bytes are one. */
export function toRawIndex(records: readonly SourceRecord[]): Uint8Array<SharedArrayBuffer> {
  return mergeRows([], records)
}

/** The table with other rows: of those that it has the `used` ones, and those of `fresh`, whose files it does not have. */
export function updateRawIndex(
  table: Uint8Array<SharedArrayBuffer>,
  used: Uint8Array,
  fresh: readonly SourceRecord[],
): Uint8Array<SharedArrayBuffer> {
  if (fresh.length === 0 && used.every((is) => is === 1)) return table
  const rows: Uint8Array[] = []
  for (let row = 0; row < used.length; row++)
    if (used[row] === 1) rows.push(table.subarray(row * ROW_BYTES, (row + 1) * ROW_BYTES))
  return mergeRows(rows, fresh)
}

/** Rows in order, with those of more records where they belong. */
function mergeRows(rows: readonly Uint8Array[], records: readonly SourceRecord[]): Uint8Array<SharedArrayBuffer> {
  const fresh = distinctRows(records).map(toRow)
  const table = new Uint8Array(new SharedArrayBuffer((rows.length + fresh.length) * ROW_BYTES))
  let at = 0
  const add = (row: Uint8Array) => {
    table.set(row, at)
    at += ROW_BYTES
  }
  let next = 0
  for (const row of rows) {
    for (; next < fresh.length && comparePrefix(fresh[next], row) < 0; next++) add(fresh[next] ?? row)
    add(row)
  }
  for (const row of fresh.slice(next)) add(row)
  return table
}

/** By the hash of the file. */
function comparePrefix(a: Uint8Array | undefined, b: Uint8Array): number {
  return a === undefined ? 1 : Buffer.compare(a.subarray(0, HASH_BYTES), b.subarray(0, HASH_BYTES))
}

/** Reads a table; an empty one knows nothing. */
export function readRawIndex(bytes: Uint8Array): RawIndex {
  const table = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rowCount = Math.floor(table.length / ROW_BYTES)
  const isFile = (row: number, sha256: Buffer) =>
    table.compare(sha256, 0, HASH_BYTES, row * ROW_BYTES, row * ROW_BYTES + HASH_BYTES) === 0
  return {
    rowCount,
    find(sha256) {
      const prefix = sha256.readUInt32BE()
      for (let row = findPrefix(table, rowCount, prefix); row < rowCount; row++) {
        if (table.readUInt32BE(row * ROW_BYTES) !== prefix) return -1
        if (isFile(row, sha256)) return row
      }
      return -1
    },
    articlesAt(row) {
      const sha256 = table.subarray(row * ROW_BYTES, row * ROW_BYTES + HASH_BYTES)
      const found: KnownArticle[] = []
      for (let at = row; at < rowCount && isFile(at, sha256); at++) found.push(readRow(table, at * ROW_BYTES))
      return found
    },
    packLengths() {
      const lengths = new Map<number, number>()
      for (let row = 0; row < rowCount; row++) {
        const { pack, offset, length } = readPlace(table, row * ROW_BYTES)
        lengths.set(pack, Math.max(lengths.get(pack) ?? 0, offset + length))
      }
      return lengths
    },
  }
}

const PREFIXES = 2 ** 32

/** The first row whose hash begins with at least `prefix`: hashes are spread evenly, so it is near where it would be then. */
function findPrefix(table: Buffer, rowCount: number, prefix: number): number {
  const prefixAt = (row: number) => table.readUInt32BE(row * ROW_BYTES)
  let step = 1
  let [low, high] = [Math.floor((prefix / PREFIXES) * rowCount), 0]
  for (high = low; high < rowCount && prefixAt(high) < prefix; step *= 2) high = Math.min(rowCount, high + step)
  for (step = 1; low > 0 && prefixAt(low - 1) >= prefix; step *= 2) low = Math.max(0, low - step)
  return firstNotBefore(low, high, (row) => prefixAt(row) < prefix)
}

function fileHash(record: KnownArticle): string {
  return record.fileSha256 ?? record.sha256
}

/** By file, then by place in it; each place once. */
function distinctRows(records: readonly SourceRecord[]): SourceRecord[] {
  const byFile = new Map<string, FileRows>()
  for (const record of records) {
    const { name, place } = record
    const found = byFile.get(fileHash(record))
    if (found === undefined)
      byFile.set(fileHash(record), { name, pack: place.pack, offsets: new Set([place.offset]), rows: [record] })
    else if (found.name === name && found.pack === place.pack && !found.offsets.has(place.offset)) {
      found.offsets.add(place.offset)
      found.rows.push(record)
    }
  }
  return [...byFile.keys()].sort().flatMap((file) => byFile.get(file)?.rows ?? [])
}

/** The articles of one file as it was read first: other files of the same bytes, in other packs, hold the same articles. */
interface FileRows {
  readonly name: string
  readonly pack: number
  readonly offsets: Set<number>
  readonly rows: SourceRecord[]
}

function toRow(record: SourceRecord): Uint8Array {
  const row = Buffer.alloc(ROW_BYTES)
  row.write(fileHash(record), AT.file, 'hex')
  row.write(record.sha256, AT.article, 'hex')
  row.writeUInt32LE(record.number, AT.number)
  row.writeUInt32LE(toDateNumber(record.modified), AT.date)
  row.writeUInt32LE(FORMS.indexOf(record.form), AT.form)
  row.writeUInt32LE(record.place.pack, AT.pack)
  row.writeDoubleLE(record.place.offset, AT.offset)
  row.writeUInt32LE(record.place.length, AT.length)
  return row
}

function readRow(table: Buffer, at: number): KnownArticle {
  const file = table.toString('hex', at + AT.file, at + AT.file + HASH_BYTES)
  const sha256 = table.toString('hex', at + AT.article, at + AT.article + HASH_BYTES)
  const date = table.readUInt32LE(at + AT.date)
  return {
    number: table.readUInt32LE(at + AT.number),
    modified: date === 0 ? null : toIsoDate(date),
    form: FORMS[table.readUInt32LE(at + AT.form)] ?? 'txt',
    sha256,
    fileSha256: file === sha256 ? null : file,
    place: readPlace(table, at),
  }
}

function readPlace(table: Buffer, at: number): RawPlace {
  return {
    pack: table.readUInt32LE(at + AT.pack),
    offset: table.readDoubleLE(at + AT.offset),
    length: table.readUInt32LE(at + AT.length),
  }
}
