/**
 * Hashes of the program's own code. Every cached file depends on one of them: an edit of the parser parses everything anew, an
 * edit of a template renders every page. Reads the compiled files (about 250), so no version number can be forgotten.
 */
import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The code keys, each of what makes one kind of cached file. */
export type CodeKeys = Readonly<Record<keyof typeof KEYED_CODE, string>>

const LIB = fileURLToPath(new URL('../../..', import.meta.url))

/** Folders and files that make articles, digests and the index of a bucket. */
const PARSE_CODE: readonly string[] = [
  ...['src/article', 'src/dump'],
  ...['arrays', 'codec', 'analysis', 'shards', 'indexer', 'fields.js'].map((place) => `src/search/${place}`),
  ...['store', 'scan', 'parse'].map((room) => `src/pipeline/${room}`),
  ...['src/render/words/product-name.js', 'src/render/view.js'],
  ...['src/kb-error.js', 'src/disk/make-folders.js', 'src/disk/write-file.js'],
]

/** Code that merges the buckets' indexes into shards. */
const INDEX_CODE: readonly string[] = [...PARSE_CODE, 'src/pipeline/search-index']

/** Code that makes pages. */
const RENDER_CODE: readonly string[] = [
  ...PARSE_CODE,
  ...['.eleventy.js', 'src/render', 'templates', 'src/pipeline/catalog', 'src/pipeline/pages'],
]

/** All code of a build, but for the browser's scripts, which are hashed as assets. */
const BUILD_CODE: readonly string[] = [
  ...[...INDEX_CODE, ...RENDER_CODE, 'src/search/types.js'],
  ...['src/pipeline', 'src/disk', 'src/site', 'src/workers'],
]

/** Each key, and the folders and files of `lib/` whose content it covers. */
export const KEYED_CODE = { parse: PARSE_CODE, index: INDEX_CODE, render: RENDER_CODE, build: BUILD_CODE }

/** Reads the code keys of a compiled program; `lib` is the folder that it was compiled to. */
export function readCodeKeys(lib: string = LIB): CodeKeys {
  const common = [process.version, readFileSync(join(lib, '../package.json'), 'utf8')]
  const keyOf = (places: readonly string[]) =>
    toKey([...common, ...[...new Set(places)].map((place) => hashCode(lib, place))])
  const { parse, index, render, build } = KEYED_CODE
  return { parse: keyOf(parse), index: keyOf(index), render: keyOf(render), build: keyOf(build) }
}

/** A short hash of texts in their order. */
export function toKey(parts: readonly string[]): string {
  return hash('sha256', JSON.stringify(parts), 'hex').slice(0, KEY_DIGITS)
}

export const KEY_DIGITS = 20

/** Hashes a file, or all code in a folder. */
function hashCode(lib: string, path: string): string {
  const place = join(lib, path)
  if (path.endsWith('.js')) return toKey([readFileSync(place, 'utf8')])
  const names = readdirSync(place, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => /\.(?:js|css|svg)$/.test(name)).sort()
  return toKey(files.flatMap((name) => [name, readFileSync(join(place, name), 'utf8')]))
}
