/** Reads one article of a built archive from the file of its bucket. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Article } from '../article/article.js'
import { bucketOf } from '../render/paths.js'

const LINE_FEED = 0x0a

/** Reads the article with this number from the folder `data`; null if it is not there. */
export async function readArticle(data: string, number: number): Promise<Article | null> {
  const file = join(data, `${bucketOf(number)}.ndjson`)
  if (!existsSync(file)) return null
  const bytes = await readFile(file)
  const sign = Buffer.from(`"number":${number},`)
  // The text of another article may contain the same characters, so the number of each line found is compared.
  for (let at = bytes.indexOf(sign); at >= 0; ) {
    const end = bytes.indexOf(LINE_FEED, at)
    const line = bytes.subarray(bytes.lastIndexOf(LINE_FEED, at) + 1, end < 0 ? bytes.length : end)
    const article: Article = JSON.parse(line.toString('utf8'))
    if (article.number === number) return article
    at = end < 0 ? -1 : bytes.indexOf(sign, end)
  }
  return null
}
