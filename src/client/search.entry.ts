/**
 * The script of the search page: finds the page's parts, starts the engine, and passes both to `startSearchPage`.
 */
import { createPageLoader } from './compact/compact-pages.js'
import { isCompact } from './edition.js'
import type { EngineScope } from './engine/engine-messages.js'
import { startEngine } from './engine/engine-port.js'
import { createPageTexts } from './passages/page-texts.js'
import { findSearchElements } from './search/search-elements.js'
import { startSearchPage } from './search/search-page.js'
import { parseQueryString } from './search/search-state.js'
import { loadAhead } from './shards/load-ahead.js'
import { createShardLoader, type LoadTally } from './shards/shard-loader.js'

declare global {
  interface Window {
    /** The bundle of `engine.entry.ts`. */
    kbEngine: (scope: EngineScope) => void
    /** Shards and characters that this page has loaded, for measurements. */
    kbLoaded: LoadTally
  }
}

const elements = findSearchElements()
if (elements !== null) {
  const root = document.documentElement.dataset.root ?? ''
  window.kbLoaded = { shards: 0, characters: 0 }
  const loader = createShardLoader(root, window.kbLoaded)
  loadAhead(loader, parseQueryString(location.search).text).catch(() => null)
  const loadPacked = createPageLoader(root)
  startSearchPage({
    elements,
    root,
    connect: (answers) => startEngine(window.kbEngine, loader, answers),
    readText: createPageTexts(root, async (path) => (await loadPacked(path)).page?.main ?? null),
    isScripted: isCompact(),
  })
}
