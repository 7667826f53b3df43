/**
 * Hashes of the program's own code, which all that is cached depends on: who changes a template makes pages anew, who
 * changes the parser makes everything anew. Reads the compiled files (about 200), so no version number can be forgotten.
 */
import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface CodeKeys {
  /** Of what makes articles, digests and the index. */
  readonly parse: string
  /** Of what makes pages, that of `parse` included. */
  readonly render: string
}

const LIB = fileURLToPath(new URL('../../..', import.meta.url))
/** Folders, and the files of `src/render` that digests are made with. */
export const PARSE_CODE: readonly string[] = [
  ...['src/article', 'src/dump', 'src/pipeline', 'src/disk', 'src/workers'],
  ...['arrays', 'codec', 'analysis', 'shards', 'indexer'].map((room) => `src/search/${room}`),
  ...['src/render/product-name.js', 'src/render/view.js'],
]
const RENDER_CODE = ['src/render', 'templates']

export function readCodeKeys(): CodeKeys {
  const packageFile = readFileSync(join(LIB, '../package.json'), 'utf8')
  const parse = toKey([process.version, packageFile, ...PARSE_CODE.map(hashCode)])
  const render = toKey([parse, readFileSync(join(LIB, '.eleventy.js'), 'utf8'), ...RENDER_CODE.map(hashCode)])
  return { parse, render }
}

/** A short hash of texts in their order. */
export function toKey(parts: readonly string[]): string {
  return hash('sha256', JSON.stringify(parts), 'hex').slice(0, KEY_DIGITS)
}

export const KEY_DIGITS = 20

/** Hashes a file, or all code in a folder. */
function hashCode(path: string): string {
  const place = join(LIB, path)
  if (path.endsWith('.js')) return toKey([readFileSync(place, 'utf8')])
  const names = readdirSync(place, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => /\.(?:js|css|svg)$/.test(name)).sort()
  return toKey(files.flatMap((name) => [name, readFileSync(join(place, name), 'utf8')]))
}
