/**
 * The search engine as one function of a scope, `kbEngine(scope)`: compile.mjs wraps this bundle so.
 *
 * The page either makes a worker of the function's own source (a blob, since `file://` allows no worker from a file) or,
 * where workers are forbidden, calls it with a scope of its own.
 */
import { createSearch } from '../search/engine.js'
import { serveEngine } from './engine/engine-host.js'
import type { EngineScope } from './engine/engine-messages.js'

/** The parameter of the wrapping function. */
declare const scope: EngineScope

serveEngine(scope, createSearch)
