/**
 * Worker: turns some files of a site into one file of the compact edition: pages into a pack, shards into a bundle.
 *
 * The pages of a pack are compressed together, because neighbours have many words in common: repeats are folded
 * (`repeats.ts`), then the result is deflated. This takes about a third of the space of pages that are compressed
 * singly. A pack is a script with two bytes per character, like a shard: a page on `file://` can load nothing else.
 */
import { crc32, deflateRawSync } from 'node:zlib'
import { joinPages, PACK_FOLDER } from '../render/page-pack.js'
import { foldRepeats } from '../search/codec/repeats.js'
import { stampOf, toShardFile } from '../search/codec/shard-script.js'
import { toPackedPage } from './page-parts.js'
import { readListed } from './site-watch.js'
import { type PackedPart, type PackInput, packContents } from './zip-part.js'

/** The files to put together. */
export interface CompactInput extends PackInput {
  readonly kind: 'pages' | 'shards'
  /** The name of the result: `pages/012`. */
  readonly name: string
  /** The key of its first page or shard, by which the table finds it. */
  readonly first: string
  /** Paths of scripts that the shell loads: they are left out of packed pages. */
  readonly shared: ReadonlySet<string>
}

/** A pack or a bundle, as a part of the ZIP. */
export interface CompactPart extends PackedPart {
  readonly kind: CompactInput['kind']
  readonly first: string
  readonly stamp: string
}

/** Makes a pack or a bundle. Throws a `KbError` if a file has changed its length, or a page has no `main`. */
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

/** Joins scripts, as UTF-16 with one byte order mark at the beginning. */
function bundleShards(contents: readonly Content[]): Script {
  const scripts = contents.map(({ bytes: script }) => toWide(script))
  const bytes = Buffer.concat([Buffer.from(UTF16_MARK), ...scripts])
  return { bytes, stamp: stampOf(bytes) }
}

const UTF16_MARK = [0xff, 0xfe]

/** A script as UTF-16 without byte order mark. */
function toWide(script: Buffer): Buffer {
  const isWide = UTF16_MARK.every((byte, at) => script[at] === byte)
  return isWide ? script.subarray(UTF16_MARK.length) : Buffer.from(script.toString(), 'utf16le')
}
