/**
 * Which files earlier builds have read, by the hash of their bytes: what articles they hold and where those are kept. So an
 * unchanged file is read and hashed again, but neither recognised nor kept a second time.
 *
 * One table of rows of equal length, sorted by hash, that all workers share and search without unpacking it:
 *
 *     file's sha256 (32)  article's sha256 (32)  number (4)  date as 20020611 (4)  form (4)  pack (4)  offset (8)  length (4)
 */
import { FORMS } from '../article/article.js'
import type { RawPlace, SourceRecord } from './source-record.js'

const ROW_BYTES = 92
const HASH_BYTES = 32
const AT = { file: 0, article: 32, number: 64, date: 68, form: 72, pack: 76, offset: 80, length: 88 } as const

/** A record but for the name, which is the file's of today. */
export type KnownArticle = Omit<SourceRecord, 'name'>

export interface RawIndex {
  /** The articles of the file with this hash (hex), in their order; none where it is not known. */
  find(sha256: string): readonly KnownArticle[]
  /** How long each pack must be at least. */
  packLengths(): ReadonlyMap<number, number>
}

/** Makes the table in memory that threads share. Files that hold the same bytes are one. */
export function toRawIndex(records: readonly SourceRecord[]): Uint8Array<SharedArrayBuffer> {
  const rows = distinctRows(records)
  const table = Buffer.from(new SharedArrayBuffer(rows.length * ROW_BYTES))
  for (const [index, record] of rows.entries()) writeRow(table, index * ROW_BYTES, record)
  return new Uint8Array(table.buffer as unknown as SharedArrayBuffer)
}

/** Reads a table; an empty one knows nothing. */
export function readRawIndex(bytes: Uint8Array): RawIndex {
  const table = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = Math.floor(table.length / ROW_BYTES)
  const compareAt = (row: number, wanted: Buffer) =>
    table.compare(wanted, 0, HASH_BYTES, row * ROW_BYTES, row * ROW_BYTES + HASH_BYTES)
  return {
    find(sha256) {
      const wanted = Buffer.from(sha256, 'hex')
      let low = 0
      let high = count
      while (low < high) {
        const middle = (low + high) >>> 1
        if (compareAt(middle, wanted) < 0) low = middle + 1
        else high = middle
      }
      const found: KnownArticle[] = []
      for (let row = low; row < count && compareAt(row, wanted) === 0; row++)
        found.push(readRow(table, row * ROW_BYTES))
      return found
    },
    packLengths() {
      const lengths = new Map<number, number>()
      for (let row = 0; row < count; row++) {
        const { pack, offset, length } = readPlace(table, row * ROW_BYTES)
        lengths.set(pack, Math.max(lengths.get(pack) ?? 0, offset + length))
      }
      return lengths
    },
  }
}

function fileHash(record: KnownArticle): string {
  return record.fileSha256 ?? record.sha256
}

/** By file, then by place in it; each place once. */
function distinctRows(records: readonly SourceRecord[]): SourceRecord[] {
  const byFile = new Map<string, SourceRecord[]>()
  for (const record of records) {
    const rows = byFile.get(fileHash(record)) ?? []
    byFile.set(fileHash(record), rows)
    if (rows.every((row) => isBeside(row, record))) rows.push(record)
  }
  return [...byFile.keys()].sort().flatMap((file) => byFile.get(file) ?? [])
}

/** Whether two articles stand beside each other in one file, and are not two finds of the same one. */
function isBeside(a: SourceRecord, b: SourceRecord): boolean {
  return a.name === b.name && a.place.pack === b.place.pack && a.place.offset !== b.place.offset
}

function writeRow(table: Buffer, at: number, record: SourceRecord): void {
  table.write(fileHash(record), at + AT.file, 'hex')
  table.write(record.sha256, at + AT.article, 'hex')
  table.writeUInt32LE(record.number, at + AT.number)
  table.writeUInt32LE(record.modified === null ? 0 : Number(record.modified.replaceAll('-', '')), at + AT.date)
  table.writeUInt32LE(FORMS.indexOf(record.form), at + AT.form)
  table.writeUInt32LE(record.place.pack, at + AT.pack)
  table.writeDoubleLE(record.place.offset, at + AT.offset)
  table.writeUInt32LE(record.place.length, at + AT.length)
}

function readRow(table: Buffer, at: number): KnownArticle {
  const file = table.toString('hex', at + AT.file, at + AT.file + HASH_BYTES)
  const sha256 = table.toString('hex', at + AT.article, at + AT.article + HASH_BYTES)
  return {
    number: table.readUInt32LE(at + AT.number),
    modified: toIsoDate(table.readUInt32LE(at + AT.date)),
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

/** `20020611` -> `2002-06-11`; 0 -> null. */
function toIsoDate(date: number): string | null {
  if (date === 0) return null
  const text = String(date).padStart(8, '0')
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
}
