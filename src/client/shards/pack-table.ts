/** The compact edition's table of packs. It is loaded when it is first asked for, and again after a failure. */
import { PACK_FOLDER, PACK_TABLE, type PackTable } from '../../render/page-pack.js'
import type { ShardScripts } from './shard-scripts.js'

/** Returns a function that gives the table. */
export function loadPackTable(scripts: ShardScripts): () => Promise<PackTable> {
  let loading: Promise<PackTable> | null = null
  return () => {
    loading ??= read(scripts).catch((error: unknown) => {
      loading = null
      throw error
    })
    return loading
  }
}

async function read(scripts: ShardScripts): Promise<PackTable> {
  const { payload } = await scripts.load(PACK_TABLE, `${PACK_FOLDER}/${PACK_TABLE}.js`)
  return JSON.parse(payload) as PackTable
}
