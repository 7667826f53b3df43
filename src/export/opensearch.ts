/**
 * Exports the archive for OpenSearch or Elasticsearch: `mapping.json`, and files for the bulk API.
 *
 *     curl -X PUT  HOST/kb -H 'Content-Type: application/json' --data-binary @mapping.json
 *     curl -X POST HOST/kb/_bulk -H 'Content-Type: application/x-ndjson' --data-binary @bulk-000.ndjson
 */
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../article/article.js'
import { toPlainText } from '../article/plain-text.js'
import { readArticles } from '../site/read-articles.js'

/** Most bytes of a bulk file. By default, a cluster accepts requests of at most 100 MB. */
const bulkBytes = 20_000_000

const text = { type: 'text', analyzer: 'english' } as const
const keyword = { type: 'keyword', ignore_above: 1024 } as const

/** The mapping: `text` fields are searched, `keyword` fields are for filters and sorting. */
export const MAPPING = {
  settings: { number_of_shards: 1 },
  mappings: {
    dynamic: 'strict',
    properties: {
      number: { type: 'integer' },
      title: { ...text, fields: { raw: keyword } },
      type: keyword,
      product: { type: 'text', fields: { raw: keyword } },
      product_code: keyword,
      modified: { type: 'date', format: 'strict_date' },
      versions: { type: 'text' },
      keywords: keyword,
      technology: keyword,
      issue_types: keyword,
      query_words: text,
      references: keyword,
      body: text,
    },
  },
} as const

/** Writes the mapping and the bulk files into `folder`; resolves to the number of articles. */
export async function writeOpenSearch(data: string, folder: string): Promise<number> {
  writeFileSync(join(folder, 'mapping.json'), `${JSON.stringify(MAPPING, null, 2)}\n`)
  const bulk = openBulk(folder)
  let count = 0
  try {
    for await (const article of readArticles(data)) {
      bulk.add(toBulkLines(article))
      count++
    }
  } finally {
    bulk.close()
  }
  return count
}

/**
 * The two lines of an article: the action and the document. `_id` is the article's id, so a new export replaces an old
 * one.
 */
export function toBulkLines(article: Article): string {
  return `${JSON.stringify({ index: { _id: article.id } })}\n${JSON.stringify(toDocument(article))}\n`
}

function toDocument(article: Article): Readonly<Record<keyof typeof MAPPING.mappings.properties, unknown>> {
  return {
    number: article.number,
    title: article.title,
    type: article.type,
    product: article.product.name,
    product_code: article.product.code,
    modified: article.modified,
    versions: article.versions.text,
    keywords: article.keywords,
    technology: article.keywordBlock?.technology ?? [],
    issue_types: article.keywordBlock?.issueType ?? [],
    query_words: article.queryWords?.text ?? null,
    references: article.references.map((reference) => reference.id),
    body: toPlainText(article),
  }
}

/** Writes `bulk-000.ndjson`, `bulk-001.ndjson` ... of at most `bulkBytes`, unless a single article is larger. */
function openBulk(folder: string) {
  let descriptor: number | null = null
  let files = 0
  let size = 0
  const close = () => {
    if (descriptor !== null) closeSync(descriptor)
    descriptor = null
  }
  return {
    add(lines: string): void {
      const bytes = Buffer.from(lines)
      if (size + bytes.length > bulkBytes) close()
      if (descriptor === null) {
        descriptor = openSync(join(folder, `bulk-${String(files++).padStart(3, '0')}.ndjson`), 'w')
        size = 0
      }
      writeSync(descriptor, bytes)
      size += bytes.length
    },
    close,
  }
}
