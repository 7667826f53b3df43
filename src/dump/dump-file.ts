/** A file of a dump, the same for every kind of source, and the step that finds its articles. */
import { basename } from 'node:path'
import { type FoundArticle, findArticles } from './find-articles.js'
import { HEAD_BYTES } from './read-file.js'
import type { SkipReason } from './skipped.js'

/** A file's name with its bytes (valid until the next file is read), or with the reason why they were not read. */
export type DumpFile =
  | { readonly name: string; readonly type: 'read'; readonly bytes: Buffer; readonly whole: boolean }
  | { readonly name: string; readonly type: 'skipped'; readonly reason: SkipReason }

/**
 * Returns the articles of a file, at least one, or the reason why there are none.
 *
 * A file above the size limit is `too-large` only if its first `HEAD_BYTES` hold an article. Otherwise it gets the
 * reason that its content gives, such as `not-an-article`.
 */
export function readArticles(file: DumpFile): readonly FoundArticle[] | SkipReason {
  if (file.type === 'skipped') return file.reason
  if (file.bytes.length === 0) return 'not-an-article'
  const found = findArticles(file.whole ? file.bytes : file.bytes.subarray(0, HEAD_BYTES))
  return file.whole || typeof found === 'string' ? found : 'too-large'
}

/**
 * Returns the entry that reports where an archive breaks off, named after the last file before:
 * `kb.zip (after Q1.TXT)`.
 */
export function toBreak(archive: string, last: string, reason: SkipReason): DumpFile {
  const place = last === '' ? 'its beginning' : `after ${last}`
  return { name: `${basename(archive)} (${place})`, type: 'skipped', reason }
}
