/**
 * Parses the articles in a file's bytes: for programs that have files of their own and no dump.
 *
 * Recognises the form by content, splits a file that holds several articles, hashes and parses each.
 */
import { hash } from 'node:crypto'
import type { Article } from '../article/article.js'
import { type ParseOptions, parseArticle } from '../article/parse.js'
import { findArticles } from './find-articles.js'

/**
 * Reads an article, or returns `null` if the bytes hold none. Never throws: `problems` lists what is odd.
 *
 * `bytes`: a file as it is on disk, with its line ends and code page. `name`: becomes `source.name` and has no other
 * effect. If the file holds several articles, this is the first; `readArticles` returns all.
 *
 *     const article = readArticle(readFileSync('Q214001.TXT'), 'Q214001.TXT')
 */
export function readArticle(bytes: Uint8Array, name: string, options: ParseOptions = {}): Article | null {
  const [first] = find(bytes)
  return first === undefined ? null : parse(first, name, options)
}

/** Reads all articles of a file, in source order; returns `[]` if the bytes hold none. See `readArticle`. */
export function readArticles(bytes: Uint8Array, name: string, options: ParseOptions = {}): Article[] {
  return find(bytes).map((found) => parse(found, name, options))
}

type Found = Exclude<ReturnType<typeof findArticles>, string>[number]

function find(bytes: Uint8Array): readonly Found[] {
  const found = findArticles(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  return typeof found === 'string' ? [] : found
}

function parse({ form, bytes }: Found, name: string, options: ParseOptions): Article {
  return parseArticle({ form, name, bytes, sha256: hash('sha256', bytes, 'hex') }, options)
}
