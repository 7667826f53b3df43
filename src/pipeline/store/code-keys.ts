/**
 * Hashes of the program's own code. Every cached file depends on one of them: after a change of the parser, every
 * article is parsed again; after a change of a template, every page is rendered again.
 *
 * The hashes are of the compiled files, so no version number can be forgotten.
 */
import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A hash for each kind of cached file: of the code that makes it. */
export type CodeKeys = Readonly<Record<keyof typeof KEYED_CODE, string>>

const LIB = fileURLToPath(new URL('../../..', import.meta.url))

/** Code that makes articles, digests and the index of a bucket. */
const PARSE_CODE: readonly string[] = [
  ...['src/article', 'src/dump'],
  ...['arrays', 'codec', 'analysis', 'shards', 'indexer', 'fields.js'].map((place) => `src/search/${place}`),
  ...['store', 'scan', 'parse'].map((room) => `src/pipeline/${room}`),
  ...['src/render/words/product-name.js', 'src/render/view.js'],
  ...['src/kb-error.js', 'src/disk/make-folders.js', 'src/disk/retry.js', 'src/disk/write-file.js'],
]

/** Code that merges the buckets' indexes into shards. */
const INDEX_CODE: readonly string[] = [...PARSE_CODE, 'src/pipeline/search-index']

/** Code that makes pages. */
const RENDER_CODE: readonly string[] = [
  ...PARSE_CODE,
  ...['.eleventy.js', 'src/render', 'templates', 'src/pipeline/catalog', 'src/pipeline/pages'],
]

/** All code of a build except the browser's scripts, which are hashed as assets. */
const BUILD_CODE: readonly string[] = [
  ...[...INDEX_CODE, ...RENDER_CODE, 'src/search/types.js'],
  ...['src/pipeline', 'src/disk', 'src/site', 'src/workers'],
]

/** The folders and files of `lib/` that each key covers. */
export const KEYED_CODE = { parse: PARSE_CODE, index: INDEX_CODE, render: RENDER_CODE, build: BUILD_CODE }

/** Computes the code keys of a compiled program; `lib` is the folder that it was compiled to. */
export function readCodeKeys(lib: string = LIB): CodeKeys {
  const common = [process.version, readFileSync(join(lib, '../package.json'), 'utf8')]
  const keyOf = (places: readonly string[]) =>
    toKey([...common, ...[...new Set(places)].map((place) => hashCode(lib, place))])
  const { parse, index, render, build } = KEYED_CODE
  return { parse: keyOf(parse), index: keyOf(index), render: keyOf(render), build: keyOf(build) }
}

/** A short hash of texts and their order, in hex. */
export function toKey(parts: readonly string[]): string {
  return hash('sha256', JSON.stringify(parts), 'hex').slice(0, KEY_DIGITS)
}

/** Length of a key in hex digits. */
export const KEY_DIGITS = 20

/** Hashes a file, or all code below a folder. */
function hashCode(lib: string, path: string): string {
  const place = join(lib, path)
  if (path.endsWith('.js')) return toKey([readFileSync(place, 'utf8')])
  const names = readdirSync(place, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => /\.(?:js|css|svg)$/.test(name)).sort()
  return toKey(files.flatMap((name) => [name, readFileSync(join(place, name), 'utf8')]))
}
