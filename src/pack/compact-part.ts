/**
 * Turns a run of a site's files into one file of the compact edition: pages into a pack, files of the index into a bundle. Runs in
 * worker threads.
 *
 * A pack is one stream, first folded, then deflated, so that a page's words are found again in its neighbours: an article and its
 * original text take 1.1 KB where in pages of their own they take 3.4. It stands in a script of two bytes a character, as the index
 * does, for a page on `file://` can load nothing else.
 */
import { crc32, deflateRawSync } from 'node:zlib'
import { joinPages, PACK_FOLDER } from '../render/page-pack.js'
import { foldRepeats } from '../search/codec/repeats.js'
import { stampOf, toShardFile } from '../search/codec/shard-script.js'
import { toPackedPage } from './page-parts.js'
import { readListed } from './site-watch.js'
import { type PackedPart, type PackInput, packContents } from './zip-part.js'

/** What to put together, under the file name `name`. */
export interface CompactInput extends PackInput {
  readonly kind: 'pages' | 'shards'
  /** `pages/012` */
  readonly name: string
  /** The name by which the first of it is found: a page's path, a shard's name. */
  readonly first: string
  /** Scripts that the shell has: packed pages do without them. */
  readonly shared: ReadonlySet<string>
}

/** A pack or a bundle. */
export interface CompactPart extends PackedPart {
  readonly kind: CompactInput['kind']
  readonly first: string
  readonly stamp: string
}

export function packCompactPart(input: CompactInput): CompactPart {
  const { kind, part, first, directory } = input
  const contents = input.files.map((file) => ({ path: file.path, bytes: readListed(file, directory) }))
  const { bytes, stamp } = kind === 'pages' ? packPages(input, contents) : bundleShards(contents)
  const name = `${input.topFolder}/${PACK_FOLDER}/${input.name}.js`
  const read = contents.map((file) => [file.path, crc32(file.bytes)] as const)
  return { ...packContents([{ name, bytes: Buffer.from(bytes) }]), part, read, kind, first, stamp }
}

interface Script {
  readonly bytes: Uint8Array
  readonly stamp: string
}

interface Content {
  readonly path: string
  readonly bytes: Buffer
}

function packPages({ shared, name }: CompactInput, contents: readonly Content[]): Script {
  const pages = contents.map(({ path, bytes }) => toPackedPage(path, bytes.toString(), shared))
  return toShardFile(name, deflateRawSync(foldRepeats(Buffer.from(joinPages(pages))), { level: 9, memLevel: 9 }))
}

/** The scripts one after the other; a byte order mark stands at the beginning of a file only. */
function bundleShards(contents: readonly Content[]): Script {
  const scripts = contents.map(({ bytes: script }) => toWide(script))
  const bytes = Buffer.concat([Buffer.from(UTF16_MARK), ...scripts])
  return { bytes, stamp: stampOf(bytes) }
}

const UTF16_MARK = [0xff, 0xfe]

/** A script as UTF-16 without its mark. */
function toWide(script: Buffer): Buffer {
  const isWide = UTF16_MARK.every((byte, at) => script[at] === byte)
  return isWide ? script.subarray(UTF16_MARK.length) : Buffer.from(script.toString(), 'utf16le')
}
