/**
 * The search engine as one function of a scope, `kbEngine(scope)`: `compile.mjs` wraps this bundle in it.
 *
 * The page makes a worker from the function's own source (a blob, since `file://` allows no worker from a file). Where
 * workers are forbidden, the page calls the function with a scope of its own.
 */
import { createSearch } from '../search/engine.js'
import { serveEngine } from './engine/engine-host.js'
import type { EngineScope } from './engine/engine-messages.js'

/** The parameter of the wrapping function. */
declare const scope: EngineScope

serveEngine(scope, createSearch)
