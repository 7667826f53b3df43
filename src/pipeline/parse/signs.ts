/** What an article can share with others: the signs that `related.ts` compares. */
import type { Digest } from './digest.js'

/** Words of a title: letters and digits, with what names and versions contain. */
export const WORD = /[\p{L}\p{N}][\p{L}\p{N}._+#]{2,}/gu

/** What an article may share with others: words of its title, keywords, citations. */
export function signsOf(digest: Digest): string[] {
  const words: string[] = digest.title.toLowerCase().match(WORD) ?? []
  const keywords = digest.keywords.map((keyword) => `keyword ${keyword.toLowerCase()}`)
  const cites = digest.cites.map((number) => `cites ${number}`)
  return [...words, ...keywords, ...cites]
}
