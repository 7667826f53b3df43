/**
 * Loads the pages of the compact edition: finds the pack of a page, loads it, unpacks it.
 */
import { findPack, PACK_FOLDER, type PackedPage, packName, splitPages, toPackKey } from '../../render/page-pack.js'
import { inflate } from '../../search/codec/inflate.js'
import { unfoldRepeats } from '../../search/codec/repeats.js'
import { readPayload } from '../../search/codec/shard-script.js'
import { RecentlyUsed } from '../../search/reader/recently-used.js'
import { loadPackTable } from '../shards/pack-table.js'
import { createShardScripts, ShardError } from '../shards/shard-scripts.js'

/** A page, or null if the archive has none; `neighbours` are offered instead. `url`: the site's address, if known. */
export interface FoundPage {
  readonly page: PackedPage | null
  readonly url: string | null
  readonly neighbours: readonly PackedPage[]
}

const MAX_NEIGHBOURS = 6

/** Looks for the page at `path`. Rejects if a file can't be loaded, with a message for the reader. */
export type LoadPage = (path: string) => Promise<FoundPage>

/** Packs that are kept unpacked. The hits of one search are in many packs, those of the next often in the same. */
const MOST_KEPT = 6

/** `root`: path or address of the site's root. */
export function createPageLoader(root: string): LoadPage {
  const scripts = createShardScripts(root)
  const loadTable = loadPackTable(scripts)
  const packs = new RecentlyUsed<Promise<readonly PackedPage[]>>(MOST_KEPT)

  function findPages(name: string, stamp: string): Promise<readonly PackedPage[]> {
    const known = packs.get(name)
    if (known !== undefined) return known
    const pages = loadPack(name, stamp)
    packs.set(name, pages)
    pages.catch(() => packs.delete(name))
    return pages
  }

  async function loadPack(name: string, stamp: string): Promise<readonly PackedPage[]> {
    const file = `${PACK_FOLDER}/${name}.js?v=${stamp}`
    const shard = await scripts.load(name, file)
    // Two builds are mixed in one folder: the table and this pack do not match.
    if (shard.stamp !== stamp) throw new ShardError(file, 'damaged')
    return splitPages(unpack(file, shard.payload))
  }

  return async (path) => {
    const { url, pages: entries } = await loadTable()
    const key = toPackKey(path)
    const at = Math.max(0, findPack(entries, key))
    const [, stamp] = entries[at] ?? []
    if (stamp === undefined) return { page: null, url, neighbours: [] }
    const name = packName('pages', at)
    const pages = await findPages(name, stamp)
    const next = pages.findIndex((page) => toPackKey(page.path) >= key)
    const from = Math.max(0, (next === -1 ? pages.length : next) - MAX_NEIGHBOURS / 2)
    return {
      page: pages.find((page) => page.path === path) ?? null,
      url,
      neighbours: pages.slice(from, from + MAX_NEIGHBOURS),
    }
  }
}

function unpack(file: string, payload: string): string {
  try {
    return new TextDecoder().decode(unfoldRepeats(inflate(readPayload(payload))))
  } catch {
    throw new ShardError(file, 'damaged')
  }
}
