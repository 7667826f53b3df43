/**
 * Every format of `kb export`: how it is written, and where to unless the user says. Formats that are one stream of lines go to
 * standard output.
 */
import { join } from 'node:path'
import { readArticleLines } from '../site/read-articles.js'
import { writeNewFolder } from './folder.js'
import { readLunrIndex } from './lunr.js'
import { writeMarkdown } from './markdown.js'
import { writeOpenSearch } from './opensearch.js'
import { readSearchDocuments } from './search-docs.js'
import { writeSqlite } from './sqlite.js'

/** `write` returns how many articles it wrote to `out`; both get the data folder. */
export type ExportFormat =
  | { readonly type: 'lines'; readonly lines: (data: string) => AsyncIterable<string> }
  | {
      readonly type: 'files'
      readonly defaultOut: string
      readonly write: (data: string, out: string) => Promise<number>
    }

/** By the word after `--format`. */
export const EXPORT_FORMATS: Readonly<Record<string, ExportFormat>> = {
  ndjson: { type: 'lines', lines: readArticleLines },
  'search-docs': { type: 'lines', lines: readSearchDocuments },
  lunr: { type: 'lines', lines: readLunrIndex },
  markdown: {
    type: 'files',
    defaultOut: join('dist', 'markdown'),
    write: (data, out) => writeNewFolder(out, (folder) => writeMarkdown(data, folder)),
  },
  sqlite: { type: 'files', defaultOut: join('dist', 'kb.sqlite'), write: writeSqlite },
  opensearch: {
    type: 'files',
    defaultOut: join('dist', 'opensearch'),
    write: (data, out) => writeNewFolder(out, (folder) => writeOpenSearch(data, folder)),
  },
}
