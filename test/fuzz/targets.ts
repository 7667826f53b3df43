/** All that is fuzzed, by the names that `npm run fuzz -- --target` takes. Loading one costs what its seeds cost. */
import type { Target } from './target.js'

export const TARGETS: Readonly<Record<string, () => Promise<Target>>> = {
  parser: async () => (await import('./targets/parser.js')).parser,
  archives: async () => (await import('./targets/archives.js')).archives,
  query: async () => (await import('./targets/query.js')).query,
  shards: async () => (await import('./targets/shards.js')).shards,
}
