/** A file of a dump as every kind of source gives it, and the one step that all take it through. */
import { basename } from 'node:path'
import { type FoundArticle, findArticles } from './find-articles.js'
import { HEAD_BYTES } from './read-file.js'
import type { SkipReason } from './skipped.js'

/** What a source's reader finds under a name: bytes (valid until the next file), or why there are none. */
export type DumpFile =
  | { readonly name: string; readonly type: 'read'; readonly bytes: Buffer; readonly whole: boolean }
  | { readonly name: string; readonly type: 'skipped'; readonly reason: SkipReason }

/** The articles of a file, or why it gives none. A file beyond the limit is named as such only if it would be an article. */
export function readArticles(file: DumpFile): readonly FoundArticle[] | SkipReason {
  if (file.type === 'skipped') return file.reason
  if (file.bytes.length === 0) return 'not-an-article'
  const found = findArticles(file.whole ? file.bytes : file.bytes.subarray(0, HEAD_BYTES))
  return file.whole || typeof found === 'string' ? found : 'too-large'
}

/** The place where an archive cannot be read on, named after the last file before it: `kb.zip (after Q1.TXT)`. */
export function toBreak(archive: string, last: string, reason: SkipReason): DumpFile {
  const place = last === '' ? 'its beginning' : `after ${last}`
  return { name: `${basename(archive)} (${place})`, type: 'skipped', reason }
}
