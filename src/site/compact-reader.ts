/**
 * Reads the compact edition as if it were the full one: its pages and its files of the index by the paths that they have there. So
 * `kb check` verifies every link and every shard of a pack with what verifies a site of files.
 */
import { inflateRawSync } from 'node:zlib'
import { KbError } from '../kb-error.js'
import {
  findPack,
  PACK_FOLDER,
  PACK_TABLE,
  type PackEntry,
  type PackedPage,
  type PackTable,
  packName,
  splitPages,
  toPackKey,
  toPageFile,
  toPagePath,
} from '../render/page-pack.js'
import { unfoldRepeats } from '../search/codec/repeats.js'
import { parseShardScript, readPayload } from '../search/codec/shard-script.js'

/** Reads a file of the edition. */
export type ReadStored = (path: string) => Buffer

/** The table's place in the edition. */
export const TABLE_PATH = `${PACK_FOLDER}/${PACK_TABLE}.js`
const SHARD = /^search\/([^/]+\/.+)\.js$/

/** The edition's table of packs; fails where it is none. */
export function readPackTable(read: ReadStored): PackTable {
  const shard = parseShardScript(read(TABLE_PATH))
  try {
    return JSON.parse(shard?.payload ?? '') as PackTable
  } catch (cause) {
    throw new KbError('pack-damaged', 'Cannot read the table of packs', { where: TABLE_PATH, cause })
  }
}

/** Every path that the packs stand for. */
export function listPackedFiles(table: PackTable, read: ReadStored): readonly string[] {
  return [
    ...table.pages.flatMap((_, index) =>
      [...readPages(table, index, read).values()].map(({ path }) => toPageFile(path)),
    ),
    ...table.shards.flatMap((_, index) =>
      [...readBundle(table, index, read).keys()].map((name) => `search/${name}.js`),
    ),
  ]
}

/** The content of a path that a pack stands for; `null`: none does. A page's frame is the shell's, and left out. */
export function readPackedFile(table: PackTable, path: string, read: ReadStored): Buffer | null {
  const shard = SHARD.exec(path)?.[1]
  if (shard !== undefined) {
    const at = findPack(table.shards, shard)
    const script = at < 0 ? undefined : readBundle(table, at, read).get(shard)
    return script === undefined ? null : Buffer.from(`\ufeff${script}`, 'utf16le')
  }
  const page = toPagePath(path)
  const at = path.endsWith('.html') ? findPack(table.pages, toPackKey(page)) : -1
  const found = at < 0 ? undefined : readPages(table, at, read).get(page)
  return found === undefined ? null : Buffer.from(`<!doctype html><title></title>${found.main}`)
}

/** The last pack and the last bundle that were read: files are asked for in their order. */
const packCache = new WeakMap<PackTable, { name: string; pages: ReadonlyMap<string, PackedPage> }>()
const bundleCache = new WeakMap<PackTable, { name: string; scripts: ReadonlyMap<string, string> }>()

function readPages(table: PackTable, index: number, read: ReadStored): ReadonlyMap<string, PackedPage> {
  const name = packName('pages', index)
  const known = packCache.get(table)
  if (known?.name === name) return known.pages
  const path = `${PACK_FOLDER}/${name}.js`
  const shard = parseShardScript(read(path))
  if (shard === null || shard.stamp !== stampAt(table.pages, index)) throw damaged(path)
  try {
    const bytes = unfoldRepeats(inflateRawSync(readPayload(shard.payload)))
    const pages = splitPages(new TextDecoder().decode(bytes))
    const byPath = new Map(pages.map((page) => [page.path, page]))
    packCache.set(table, { name, pages: byPath })
    return byPath
  } catch {
    throw damaged(path)
  }
}

/** `kbShard("terms/04-1-002","STAMP","...")`, a line each: a payload has no line end. */
const CALL = /^kbShard\("([^"]+)"/

function readBundle(table: PackTable, index: number, read: ReadStored): ReadonlyMap<string, string> {
  const name = packName('shards', index)
  const known = bundleCache.get(table)
  if (known?.name === name) return known.scripts
  const lines = new TextDecoder('utf-16le').decode(read(`${PACK_FOLDER}/${name}.js`)).split('\n')
  const scripts = new Map(
    lines.flatMap((line) => {
      const shard = CALL.exec(line)?.[1]
      return shard === undefined ? [] : [[shard, `${line}\n`] as const]
    }),
  )
  bundleCache.set(table, { name, scripts })
  return scripts
}

function stampAt(packs: readonly PackEntry[], index: number): string | undefined {
  return packs[index]?.[1]
}

function damaged(path: string): KbError {
  return new KbError('pack-damaged', 'Expected a pack of the stamp that the table says', { where: path })
}
