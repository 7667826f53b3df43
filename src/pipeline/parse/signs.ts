/** The signs of an article: words, keywords and citations that it may share with others; `related.ts` compares them. */
import type { Digest } from './digest.js'

/** Words of a title, of 3 characters or more; names and versions may contain `.`, `_`, `+` and `#`. */
export const WORD = /[\p{L}\p{N}][\p{L}\p{N}._+#]{2,}/gu

/** The signs of an article: words of its title, `keyword ...`, `cites ...`; some perhaps twice. */
export function signsOf(digest: Digest): string[] {
  const words: string[] = digest.title.toLowerCase().match(WORD) ?? []
  const keywords = digest.keywords.map((keyword) => `keyword ${keyword.toLowerCase()}`)
  const cites = digest.cites.map((number) => `cites ${number}`)
  return [...words, ...keywords, ...cites]
}
