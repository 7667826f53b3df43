/** Reads the articles of a built archive from `data/*.ndjson`, one at a time, in ascending order of their numbers. */
import { createReadStream, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Article } from '../article/article.js'
import { KbError } from '../kb-error.js'

/** `214.ndjson`: the articles of a bucket, one per line. */
const BUCKET_FILE = /^[0-9]{3,4}\.ndjson$/

/** The data folder beside a site: `dist/data` for `dist/site`. */
export function findDataFolder(site: string): string {
  return join(dirname(site), 'data')
}

/** The bucket files of a data folder, in ascending order. Throws a `KbError` if there are none. */
export function listBucketFiles(data: string): readonly string[] {
  const names = readNames(data).filter((name) => BUCKET_FILE.test(name))
  if (names.length === 0)
    throw new KbError('data-missing', 'Expected files such as `214.ndjson`, found none', {
      where: data,
      hint: 'Build the archive first (`kb build`), or name its site with --site: the data is beside it.',
    })
  return names.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)).map((name) => join(data, name))
}

/** Yields the line of JSON of each article. */
export async function* readArticleLines(data: string): AsyncGenerator<string> {
  for (const file of listBucketFiles(data)) {
    for await (const line of readLines(file)) if (line !== '') yield line
  }
}

/**
 * Yields the lines of a file, cut at line feeds only: `readline` would also cut at U+2028, which JSON does not escape.
 */
async function* readLines(file: string): AsyncGenerator<string> {
  let parts: string[] = []
  for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const [first = '', ...lines] = chunk.split('\n')
    parts.push(first)
    for (const line of lines) {
      yield parts.join('')
      parts = [line]
    }
  }
  yield parts.join('')
}

/** Yields each article. */
export async function* readArticles(data: string): AsyncGenerator<Article> {
  for await (const line of readArticleLines(data)) yield JSON.parse(line) as Article
}

/** Yields the number of each article. */
export async function* readNumbers(data: string): AsyncGenerator<number> {
  for await (const article of readArticles(data)) yield article.number
}

function readNames(data: string): string[] {
  try {
    return readdirSync(data)
  } catch (cause) {
    throw new KbError('data-missing', 'Cannot find the data of the archive', {
      where: data,
      hint: 'Build the archive first (`kb build`), or name its site with --site: the data is beside it.',
      cause,
    })
  }
}
