/**
 * Exports the archive as a SQLite file with full-text search (FTS5). SQLite is used as WebAssembly, which needs no
 * compiler.
 *
 *     sqlite3 kb.sqlite "SELECT id, title FROM search WHERE search MATCH 'spooler AND stops' ORDER BY rank LIMIT 10"
 */
import { rmSync } from 'node:fs'
import sqlite from 'node-sqlite3-wasm'
import type { Article } from '../article/article.js'
import { toPlainText } from '../article/plain-text.js'
import type { FileEnds } from '../disk/file-kind.js'
import { writeOwnedFile } from '../disk/owned-file.js'
import { toUnsaidError, writeNewFile } from '../disk/write-file.js'
import { KbError } from '../kb-error.js'
import { readArticles } from '../site/read-articles.js'

/** The application id in the header of the file, `kbAr`: only such a file is overwritten. */
const applicationId = 0x6b624172

const SCHEMA = `
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA application_id = ${applicationId};
CREATE TABLE articles (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  type TEXT,
  product_code TEXT,
  product TEXT NOT NULL,
  modified TEXT,
  versions TEXT NOT NULL,
  keywords TEXT NOT NULL,
  body TEXT NOT NULL,
  json TEXT NOT NULL
);
CREATE TABLE keywords (keyword TEXT NOT NULL, number INTEGER NOT NULL REFERENCES articles, PRIMARY KEY (keyword, number)) WITHOUT ROWID;
CREATE TABLE "references" (number INTEGER NOT NULL REFERENCES articles, cited TEXT NOT NULL, PRIMARY KEY (number, cited)) WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5(id, title, product, keywords, body, content = 'articles', content_rowid = 'number', tokenize = 'porter unicode61');
`
/** Statements that are run after all rows are inserted. */
const INDEXES = `
CREATE INDEX articles_by_product ON articles (product_code);
CREATE INDEX articles_by_date ON articles (modified);
CREATE INDEX references_by_cited ON "references" (cited);
INSERT INTO search (search) VALUES ('rebuild');
INSERT INTO search (search) VALUES ('optimize');
PRAGMA optimize;
`

/** Writes the database; resolves to the number of articles. Rejects with a `KbError` if it cannot be written. */
export function writeSqlite(data: string, out: string): Promise<number> {
  return writeOwnedFile({ out, kind: 'a database of `kb export`', isOwn: isOwnDatabase }, async (partial) => {
    // Files that a killed process has left.
    for (const left of [partial, `${partial}.lock`]) rmSync(left, { recursive: true, force: true })
    // A file that SQLite creates could not be read by other users.
    writeNewFile(partial, '')
    const database = new sqlite.Database(partial)
    try {
      database.exec(SCHEMA)
      const count = await insertArticles(database, data)
      database.exec(INDEXES)
      return count
    } catch (cause) {
      throw cause instanceof sqlite.SQLite3Error ? toDatabaseError(partial, cause) : cause
    } finally {
      database.close()
    }
  })
}

/** The error for the user. SQLite reports a full disk only as `disk I/O error`. */
function toDatabaseError(path: string, cause: Error): unknown {
  const error = toUnsaidError(path, cause)
  if (error !== cause) return error
  return new KbError('cannot-write', `Cannot write \`${path}\`: ${cause.message}`, {
    hint: 'Write elsewhere with `--out`.',
    cause,
  })
}

async function insertArticles(database: sqlite.Database, data: string): Promise<number> {
  const article = database.prepare(`INSERT INTO articles VALUES (${Array(11).fill('?').join(', ')})`)
  const keyword = database.prepare('INSERT OR IGNORE INTO keywords VALUES (?, ?)')
  const reference = database.prepare('INSERT OR IGNORE INTO "references" VALUES (?, ?)')
  let count = 0
  database.exec('BEGIN')
  for await (const found of readArticles(data)) {
    article.run(toRow(found))
    for (const word of found.keywords) keyword.run([word, found.number])
    for (const cited of found.references) reference.run([found.number, cited.id])
    count++
  }
  database.exec('COMMIT')
  for (const statement of [article, keyword, reference]) statement.finalize()
  return count
}

function toRow(article: Article): (string | number | null)[] {
  return [
    article.number,
    article.id,
    article.title,
    article.type,
    article.product.code,
    article.product.name,
    article.modified,
    article.versions.text,
    article.keywords.join(' '),
    toPlainText(article),
    JSON.stringify(article),
  ]
}

/** Reports whether a file is a database of kb: the application id is at byte 68 of the header. */
function isOwnDatabase({ head }: FileEnds): boolean {
  return (
    head.length > 72 && head.toString('latin1', 0, 15) === 'SQLite format 3' && head.readUInt32BE(68) === applicationId
  )
}
