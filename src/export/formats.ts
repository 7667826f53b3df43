/**
 * The formats of `kb export`. Formats that are a stream of lines go to standard output by default, others to a file.
 */
import { join } from 'node:path'
import { readArticleLines } from '../site/read-articles.js'
import { writeNewFolder } from './folder.js'
import { readLunrIndex } from './lunr.js'
import { writeMarkdown } from './markdown.js'
import { writeOpenSearch } from './opensearch.js'
import { readSearchDocuments } from './search-docs.js'
import { writeSqlite } from './sqlite.js'

/** A format. `data` is the data folder; `write` resolves to the number of articles written to `out`. */
export type ExportFormat =
  | { readonly type: 'lines'; readonly lines: (data: string) => AsyncIterable<string> }
  | {
      readonly type: 'files'
      readonly defaultOut: string
      readonly write: (data: string, out: string) => Promise<number>
    }

/** The formats by name, as after `--format`. */
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
