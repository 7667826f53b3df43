/** Reads sources from beginning to end, for `kb parse`. A build reads the same files in slices, in worker threads. */
import { hash } from 'node:crypto'
import { basename, join } from 'node:path'
import type { RawArticle } from '../article/article.js'
import { type DumpFile, readArticles } from './dump-file.js'
import type { Limits } from './limits.js'
import { FileReader } from './read-file.js'
import type { Skipped } from './skipped.js'
import type { Source } from './sources.js'
import { walkSlices } from './walk.js'

const SLICE_FILES = 256

/**
 * Yields every article of the sources, in the order of the files. Reports each file without an article to `onSkipped`.
 */
export async function* readDump(
  sources: readonly Source[],
  limits: Limits,
  onSkipped: (skipped: Skipped) => void,
): AsyncGenerator<RawArticle & { readonly number: number }> {
  for (const source of sources) {
    let files = 0
    for await (const file of readSource(source, limits, onSkipped)) {
      if (++files > limits.maxFiles) {
        onSkipped({ name: file.name, reason: 'too-many-files' })
        break
      }
      const articles = readArticles(file)
      if (typeof articles === 'string') onSkipped({ name: file.name, reason: articles })
      else
        for (const article of articles) {
          const { name } = file
          if (article.bytes.length > limits.maxArticleBytes) onSkipped({ name, reason: 'article-too-large' })
          else yield { ...article, name, sha256: hash('sha256', article.bytes, 'hex') }
        }
    }
  }
}

/** Yields a source's files one after another. Their bytes are valid until the next file is read. */
async function* readSource(
  source: Source,
  limits: Limits,
  onSkipped: (skipped: Skipped) => void,
): AsyncGenerator<DumpFile> {
  if (source.kind === 'directory') {
    const reader = new FileReader(limits.maxFileBytes)
    for (const names of walkSlices(source.path, SLICE_FILES, (name, reason) => onSkipped({ name, reason })))
      yield* readFiles(source.path, names, reader)
  } else yield* readSingle(source, limits)
}

/**
 * Yields the files of an archive, or the single file that a source is. Loads the ZIP or TAR reader only when needed.
 */
export async function* readSingle(source: Source, limits: Limits): AsyncGenerator<DumpFile> {
  switch (source.kind) {
    case 'zip':
      yield* (await import('./read-zip.js')).readZip(source.path, limits)
      return
    case 'tar':
    case 'tar.gz':
      yield* (await import('./read-tar.js')).readTar(source.path, source.kind === 'tar.gz', limits)
      return
    default:
      yield { name: basename(source.path), ...new FileReader(limits.maxFileBytes).read(source.path) }
  }
}

/** Yields files of a folder by name. Their bytes are valid until the next file is read. */
export function* readFiles(root: string, names: readonly string[], reader: FileReader): Generator<DumpFile> {
  for (const name of names) yield { name, ...reader.read(join(root, name)) }
}
