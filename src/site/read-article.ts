/** One article of a built archive, from its bucket's file. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Article } from '../article/article.js'
import { bucketOf } from '../render/paths.js'

const LINE_FEED = 0x0a

/** The article with this number; null where the data folder has no such article. */
export async function readArticle(data: string, number: number): Promise<Article | null> {
  const file = join(data, `${bucketOf(number)}.ndjson`)
  if (!existsSync(file)) return null
  const bytes = await readFile(file)
  const sign = Buffer.from(`"number":${number},`)
  // An article may quote the sign of another one, so each line with it is read until the number is right.
  for (let at = bytes.indexOf(sign); at >= 0; ) {
    const end = bytes.indexOf(LINE_FEED, at)
    const line = bytes.subarray(bytes.lastIndexOf(LINE_FEED, at) + 1, end < 0 ? bytes.length : end)
    const article: Article = JSON.parse(line.toString('utf8'))
    if (article.number === number) return article
    at = end < 0 ? -1 : bytes.indexOf(sign, end)
  }
  return null
}
