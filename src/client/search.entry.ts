/**
 * What runs on the search page: finds its parts, starts the engine, hands both to `startSearchPage`.
 */
import type { Manifest } from '../search/manifest.js'
import type { EngineScope } from './engine-messages.js'
import { startEngine } from './engine-port.js'
import { findSearchElements } from './search-elements.js'
import { startSearchPage } from './search-page.js'
import { createShardLoader, type LoadTally, type PageShardLoader } from './shard-loader.js'

declare global {
  interface Window {
    /** The bundle of `engine.entry.ts`. */
    kbEngine: (scope: EngineScope) => void
    /** Shards and characters loaded by this page, for those who measure. */
    kbLoaded: LoadTally
  }
}

/** Loads what every search needs while the engine starts, which takes as long. */
async function loadTables(loader: PageShardLoader): Promise<void> {
  const { payload } = await loader.loadAhead('manifest', null)
  const { lengths, columns }: Pick<Manifest, 'lengths' | 'columns'> = JSON.parse(payload)
  await Promise.all([loader.loadAhead('lengths', lengths), loader.loadAhead('columns', columns)])
}

const elements = findSearchElements()
if (elements !== null) {
  const root = document.documentElement.dataset.root ?? ''
  window.kbLoaded = { shards: 0, characters: 0 }
  const loader = createShardLoader(root, window.kbLoaded)
  // What fails here fails again where the engine asks for it, and is said there.
  loadTables(loader).catch(() => null)
  startSearchPage(elements, root, (answers) => startEngine(window.kbEngine, loader, answers))
}
