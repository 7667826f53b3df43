/**
 * The pages of the compact edition: finds the pack of a page, loads it, unpacks it. `neighbours` are offered for a page that the
 * archive has not.
 */
import { findPack, PACK_FOLDER, type PackedPage, packName, splitPages, toPackKey } from '../../render/page-pack.js'
import { inflate } from '../../search/codec/inflate.js'
import { unfoldRepeats } from '../../search/codec/repeats.js'
import { readPayload } from '../../search/codec/shard-script.js'
import { loadPackTable } from '../shards/pack-table.js'
import { createShardScripts, ShardError } from '../shards/shard-scripts.js'

/** A page, or what is near. `url`: the site's address where it is known. */
export interface FoundPage {
  readonly page: PackedPage | null
  readonly url: string | null
  readonly neighbours: readonly PackedPage[]
}

const MAX_NEIGHBOURS = 6

/** Looks for the page at `path`; fails with what to tell the reader where a file can't be had. */
export async function loadPage(root: string, path: string): Promise<FoundPage> {
  const scripts = createShardScripts(root)
  const { url, pages: packs } = await loadPackTable(scripts)()
  const key = toPackKey(path)
  const at = Math.max(0, findPack(packs, key))
  const [, stamp] = packs[at] ?? []
  if (stamp === undefined) return { page: null, url, neighbours: [] }
  const name = packName('pages', at)
  const file = `${PACK_FOLDER}/${name}.js?v=${stamp}`
  const shard = await scripts.load(name, file)
  // Two builds mixed in one folder: the table would find other pages than it says.
  if (shard.stamp !== stamp) throw new ShardError(file, 'damaged')
  const pages = splitPages(unpack(file, shard.payload))
  const next = pages.findIndex((page) => toPackKey(page.path) >= key)
  const from = Math.max(0, (next === -1 ? pages.length : next) - MAX_NEIGHBOURS / 2)
  return {
    page: pages.find((page) => page.path === path) ?? null,
    url,
    neighbours: pages.slice(from, from + MAX_NEIGHBOURS),
  }
}

function unpack(file: string, payload: string): string {
  try {
    return new TextDecoder().decode(unfoldRepeats(inflate(readPayload(payload))))
  } catch {
    throw new ShardError(file, 'damaged')
  }
}
