/**
 * Reads the compact edition as if it were the full site: pages and shards by the paths that they have there. So `kb
 * check` can use the same code for both.
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

/** Reads a file that the edition stores, by its path. */
export type ReadStored = (path: string) => Buffer

/** The path of the table of packs. */
export const TABLE_PATH = `${PACK_FOLDER}/${PACK_TABLE}.js`
const SHARD = /^search\/([^/]+\/.+)\.js$/

/** Reads the table of packs. Throws a `KbError` if it is damaged. */
export function readPackTable(read: ReadStored): PackTable {
  const shard = parseShardScript(read(TABLE_PATH))
  try {
    return JSON.parse(shard?.payload ?? '') as PackTable
  } catch (cause) {
    throw new KbError('pack-damaged', 'Cannot read the table of packs', { where: TABLE_PATH, cause })
  }
}

/** The paths of all pages in packs and all shards in bundles. */
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

/**
 * Reads a page from its pack, or a shard from its bundle; `null` if the path is in none.
 *
 * A page comes without the parts that all pages share: the shell has them. Throws a `KbError` if the pack is damaged.
 */
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

/** The pack and the bundle that were read last. Files are read in order, so the next one is usually in the same. */
const packCache = new WeakMap<PackTable, { name: string; pages: ReadonlyMap<string, PackedPage> }>()
const bundleCache = new WeakMap<PackTable, { name: string; scripts: ReadonlyMap<string, string> }>()

function readPages(table: PackTable, index: number, read: ReadStored): ReadonlyMap<string, PackedPage> {
  const name = packName('pages', index)
  const cached = packCache.get(table)
  if (cached?.name === name) return cached.pages
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

/** `kbShard("terms/04-1-002","STAMP","...")`: each call is one line, because a payload has no line end. */
const CALL = /^kbShard\("([^"]+)"/

function readBundle(table: PackTable, index: number, read: ReadStored): ReadonlyMap<string, string> {
  const name = packName('shards', index)
  const cached = bundleCache.get(table)
  if (cached?.name === name) return cached.scripts
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
