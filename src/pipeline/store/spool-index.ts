/**
 * The index of the spool: for each file of a dump that earlier builds have read, its articles and where their texts
 * are.
 *
 * A file is found by the hash of its bytes. An unchanged file is thus read and hashed in every build, but its articles
 * are recognised and written to the spool only once. The index is one block of shared memory that every worker searches
 * by binary search, without unpacking it:
 *
 *     index    row*            sorted by file-hash; the articles of one file are in neighbouring rows
 *     row      file-hash  article-hash  number  date  form  spool  offset  length  words-hash  words-length
 *
 *     file-hash, article-hash                   SHA-256, 32 bytes each
 *     number, date, form, spool, length         unsigned, 4 bytes each, little-endian
 *     offset                                    a double, 8 bytes, little-endian
 *     words-hash, words-length                  16 bytes; unsigned, 4 bytes, little-endian
 *
 * `date` is 20020611 for 11 June 2002, and 0 for none. `form` is an index into `FORMS`. `spool` is the number of the
 * spool file; `offset` and `length` are bytes in it. A file that is one article has the same hash twice. A words-hash of
 * zeros stands for a text that was not compared. A row has 112 bytes.
 */
import { FORMS } from '../../article/form-names.js'
import { firstNotBefore } from '../../search/arrays/binary-search.js'
import { toDateNumber, toIsoDate } from './iso-date.js'
import type { SourceRecord, SpoolPlace, Wording } from './source-record.js'

const ROW_BYTES = 112
const HASH_BYTES = 32
const WORDS_HASH_BYTES = 16
/** The byte at which each field of a row begins. */
const AT = {
  ...{ file: 0, article: 32, number: 64, date: 68, form: 72, spool: 76, offset: 80, length: 88 },
  ...{ words: 92, wordsLength: 108 },
} as const

/** An article as the index has it: a record without the names of file and dump, which may have changed since. */
export type SpooledArticle = Omit<SourceRecord, 'name' | 'dump'>

/** An open index; a *row* is the index of a row. */
export interface SpoolIndex {
  readonly rowCount: number
  /** The first row of the file with this hash, or -1. */
  findFile(sha256: Buffer): number
  /** The articles of the file whose first row is `row`; they have the rows `row`, `row + 1` ... */
  articlesAt(row: number): readonly SpooledArticle[]
  /** Spool file -> the length, in bytes, that it must have at least for all rows to be readable. */
  spoolLengths(): ReadonlyMap<number, number>
}

/** Makes an index of `records`. Of files with the same bytes, only the first is indexed. */
export function toSpoolIndex(records: readonly SourceRecord[]): Uint8Array<SharedArrayBuffer> {
  return mergeRows([], records)
}

/**
 * Returns `table` without the rows that are not in use, and with rows for `fresh`. `used[row]` is 1 for a row in use.
 *
 * The files of `fresh` must not be in `table`. Merging is much faster than sorting all rows again.
 */
export function updateSpoolIndex(
  table: Uint8Array<SharedArrayBuffer>,
  used: Uint8Array,
  fresh: readonly SourceRecord[],
): Uint8Array<SharedArrayBuffer> {
  if (fresh.length === 0 && used.every((isUsed) => isUsed === 1)) return table
  const rows: Uint8Array[] = []
  for (let row = 0; row < used.length; row++)
    if (used[row] === 1) rows.push(table.subarray(row * ROW_BYTES, (row + 1) * ROW_BYTES))
  return mergeRows(rows, fresh)
}

/** Merges sorted `rows` with rows made from `records`. */
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
    for (; next < fresh.length && compareFiles(fresh[next], row) < 0; next++) add(fresh[next] ?? row)
    add(row)
  }
  for (const row of fresh.slice(next)) add(row)
  return table
}

/** Compares rows by the hash of the file. */
function compareFiles(a: Uint8Array | undefined, b: Uint8Array): number {
  return a === undefined ? 1 : Buffer.compare(a.subarray(0, HASH_BYTES), b.subarray(0, HASH_BYTES))
}

/** Opens an index without copying it. An empty array is an index of no files. */
export function readSpoolIndex(bytes: Uint8Array): SpoolIndex {
  const table = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rowCount = Math.floor(table.length / ROW_BYTES)
  const isFile = (row: number, sha256: Buffer) =>
    table.compare(sha256, 0, HASH_BYTES, row * ROW_BYTES, row * ROW_BYTES + HASH_BYTES) === 0
  return {
    rowCount,
    findFile(sha256) {
      const prefix = sha256.readUInt32BE()
      for (let row = findPrefix(table, rowCount, prefix); row < rowCount; row++) {
        if (table.readUInt32BE(row * ROW_BYTES) !== prefix) return -1
        if (isFile(row, sha256)) return row
      }
      return -1
    },
    articlesAt(row) {
      const sha256 = table.subarray(row * ROW_BYTES, row * ROW_BYTES + HASH_BYTES)
      const found: SpooledArticle[] = []
      for (let at = row; at < rowCount && isFile(at, sha256); at++) found.push(readRow(table, at * ROW_BYTES))
      return found
    },
    spoolLengths() {
      const lengths = new Map<number, number>()
      for (let row = 0; row < rowCount; row++) {
        const { spool, offset, length } = readPlace(table, row * ROW_BYTES)
        lengths.set(spool, Math.max(lengths.get(spool) ?? 0, offset + length))
      }
      return lengths
    },
  }
}

/** Values that the first 4 bytes of a hash may have. */
const PREFIXES = 2 ** 32

/**
 * The first row whose hash, by its first 4 bytes, is not less than `prefix`.
 *
 * Hashes are spread evenly, so `prefix / 2^32 * rowCount` is a good guess; the search widens from there in both
 * directions.
 */
function findPrefix(table: Buffer, rowCount: number, prefix: number): number {
  const prefixAt = (row: number) => table.readUInt32BE(row * ROW_BYTES)
  let step = 1
  let [low, high] = [Math.floor((prefix / PREFIXES) * rowCount), 0]
  for (high = low; high < rowCount && prefixAt(high) < prefix; step *= 2) high = Math.min(rowCount, high + step)
  for (step = 1; low > 0 && prefixAt(low - 1) >= prefix; step *= 2) low = Math.max(0, low - step)
  return firstNotBefore(low, high, (row) => prefixAt(row) < prefix)
}

function fileHash(record: SpooledArticle): string {
  return record.fileSha256 ?? record.sha256
}

/**
 * The records to index, sorted by the hash of the file, then as given.
 *
 * Files with the same bytes hold the same articles: the records of the first such file are taken, the others dropped.
 * Each place in the spool is indexed once.
 */
function distinctRows(records: readonly SourceRecord[]): SourceRecord[] {
  const byFile = new Map<string, FileRows>()
  for (const record of records) {
    const { name, place } = record
    const found = byFile.get(fileHash(record))
    if (found === undefined)
      byFile.set(fileHash(record), { name, spool: place.spool, offsets: new Set([place.offset]), rows: [record] })
    else if (found.name === name && found.spool === place.spool && !found.offsets.has(place.offset)) {
      found.offsets.add(place.offset)
      found.rows.push(record)
    }
  }
  return [...byFile.keys()].sort().flatMap((file) => byFile.get(file)?.rows ?? [])
}

/** The records of one file, told from another file of the same bytes by its name and its spool file. */
interface FileRows {
  readonly name: string
  readonly spool: number
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
  row.writeUInt32LE(record.place.spool, AT.spool)
  row.writeDoubleLE(record.place.offset, AT.offset)
  row.writeUInt32LE(record.place.length, AT.length)
  if (record.wording !== null) writeWording(row, 0, record.wording)
  return row
}

function writeWording(table: Buffer, at: number, { hash, length }: Wording): void {
  table.write(hash, at + AT.words, WORDS_HASH_BYTES, 'hex')
  table.writeUInt32LE(length, at + AT.wordsLength)
}

function readWording(table: Buffer, at: number): Wording | null {
  const hash = table.toString('hex', at + AT.words, at + AT.words + WORDS_HASH_BYTES)
  return NOT_COMPARED.test(hash) ? null : { hash, length: table.readUInt32LE(at + AT.wordsLength) }
}

const NOT_COMPARED = /^0+$/

/** Writes the wordings of texts, by the hash of their bytes, into an index that no worker reads at the time. */
export function noteWordings(table: Uint8Array<SharedArrayBuffer>, wordings: ReadonlyMap<string, Wording>): void {
  const rows = Buffer.from(table.buffer, table.byteOffset, table.byteLength)
  for (let at = 0; at < rows.length; at += ROW_BYTES) {
    const wording = wordings.get(rows.toString('hex', at + AT.article, at + AT.article + HASH_BYTES))
    if (wording !== undefined) writeWording(rows, at, wording)
  }
}

function readRow(table: Buffer, at: number): SpooledArticle {
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
    wording: readWording(table, at),
  }
}

function readPlace(table: Buffer, at: number): SpoolPlace {
  return {
    spool: table.readUInt32LE(at + AT.spool),
    offset: table.readDoubleLE(at + AT.offset),
    length: table.readUInt32LE(at + AT.length),
  }
}
