/** ZIPs and TARs of a few files as bytes, sound ones and such as no packer would write; and sources read to the end. */
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { type Header, pack } from 'tar-stream'
import { DEFAULT_LIMITS, type Limits } from '../../src/dump/limits.js'
import { readDump } from '../../src/dump/read-dump.js'
import { type SkippedCount, SkippedCounter } from '../../src/dump/skipped.js'
import { findSources } from '../../src/dump/sources.js'
import { toCentralHeader, toEndOfArchive, toLocalHeader } from '../../src/pack/zip-format.js'
import { makeScratch, writeDump } from '../support/small-dump.js'

/** A file of a ZIP; what its headers say may differ from what it holds. */
export interface ZipFile {
  readonly name: string
  readonly content: string | Buffer
  readonly method?: 'stored' | 'deflated'
  readonly crc?: number
  /** Bytes that the headers promise. */
  readonly size?: number
  /** General purpose flags, over what is right. */
  readonly flags?: number
  /** Number of the method, over what is right. */
  readonly methodNumber?: number
  /** Unix mode. */
  readonly mode?: number
}

/** Places of fields in a record of the central directory. */
const FLAGS_AT = 8
const METHOD_AT = 10
const MODE_AT = 40

export function toZip(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const bytes = Buffer.from(file.content)
    const { name, method = 'deflated', crc = crc32(bytes), size = bytes.length } = file
    const packed = method === 'deflated' ? deflateRawSync(bytes) : bytes
    const entry = { name, method, crc, size, packedSize: packed.length }
    const header = toLocalHeader(entry)
    parts.push(header, packed)
    directory.push(toRecord(toCentralHeader({ ...entry, offset }), file))
    offset += header.length + packed.length
  }
  const size = directory.reduce((sum, record) => sum + record.length, 0)
  const end = toEndOfArchive({ entries: files.length, offset, size, comment: '' })
  return Buffer.concat([...parts, ...directory, end])
}

function toRecord(record: Buffer, { flags, methodNumber, mode }: ZipFile): Buffer {
  if (flags !== undefined) record.writeUInt16LE(flags, FLAGS_AT)
  if (methodNumber !== undefined) record.writeUInt16LE(methodNumber, METHOD_AT)
  if (mode !== undefined) record.writeUInt16LE(mode, MODE_AT)
  return record
}

export async function toTar(
  files: readonly (Partial<Header> & { readonly name: string; readonly content?: string | Buffer })[],
): Promise<Buffer> {
  const tar = pack()
  for (const { content, ...header } of files) tar.entry(header, content ?? '')
  tar.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of tar) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** What a source gives: article numbers with the names of their files, and what was skipped. */
export interface Reading {
  readonly articles: readonly string[]
  readonly skipped: readonly SkippedCount[]
}

export async function readAll(sources: readonly string[], limits: Partial<Limits> = {}): Promise<Reading> {
  const skipped = new SkippedCounter()
  const articles: string[] = []
  const found = readDump(findSources(sources), { ...DEFAULT_LIMITS, ...limits }, (file) => skipped.add(file))
  for await (const { number, name } of found) articles.push(`${number} ${name}`)
  return { articles, skipped: skipped.counts() }
}

/** Reads `bytes` as a file of a new folder, named `name`. */
export function readBytes(name: string, bytes: string | Buffer, limits: Partial<Limits> = {}): Promise<Reading> {
  const folder = makeScratch()
  writeDump(folder, { [name]: bytes })
  return readAll([join(folder, name)], limits)
}

/** What a test expects of one skipped file. */
export function skippedOnce(reason: SkippedCount['reason'], name: string): SkippedCount {
  return { reason, count: 1, names: [name] }
}
