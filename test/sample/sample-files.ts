/**
 * The sample archive (`kb/`) as the tests see it: its files as bytes, and its articles as the parser reads them.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Article } from '../../src/article/article.js'
import { parseArticle } from '../../src/article/parse.js'
import { splitArticles } from '../../src/article/recognise.js'
import { decode } from '../../src/article/text/decode.js'

const FOLDER = fileURLToPath(new URL('../../kb/', import.meta.url))

export interface SampleFile {
  /** Below `kb/`, with `/`: `214/Q214001.TXT`. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Decoded, line ends as they are. */
  readonly text: string
  /** More than one where a file holds several, none where it is no article. */
  readonly articles: readonly Article[]
}

/** All files of `kb/`, in the order of their names. */
export function readSample(): readonly SampleFile[] {
  return readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => readFile(path))
}

function readFile(path: string): SampleFile {
  const bytes = readFileSync(path)
  const { text } = decode(bytes)
  const name = path.slice(FOLDER.length).replaceAll('\\', '/')
  return { name, bytes, text, articles: readArticles(name, bytes, text) }
}

/** A place counts characters; a raw file has one byte a character, and the others hold one article each. */
function readArticles(name: string, bytes: Uint8Array, text: string): Article[] {
  const places = splitArticles(text)
  return places.map(({ form, start, end }) => {
    const part = places.length === 1 ? bytes : bytes.subarray(start, end)
    const sha256 = createHash('sha256').update(part).digest('hex')
    return parseArticle({ form, name, bytes: part, sha256 })
  })
}
