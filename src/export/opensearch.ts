/**
 * The archive for OpenSearch or Elasticsearch, for whoever outgrows static search: `mapping.json` and bulk files that a cluster
 * takes as they are.
 *
 *     curl -X PUT  HOST/kb -H 'Content-Type: application/json' --data-binary @mapping.json
 *     curl -X POST HOST/kb/_bulk -H 'Content-Type: application/x-ndjson' --data-binary @bulk-000.ndjson
 */
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../article/article.js'
import { toPlainText } from '../article/plain-text.js'
import { readArticles } from '../site/read-articles.js'

/** A cluster takes no request of more than 100 MB unless told to; a fifth of that keeps it at ease. */
const bulkBytes = 20_000_000

const text = { type: 'text', analyzer: 'english' } as const
const keyword = { type: 'keyword', ignore_above: 1024 } as const

/** The fields of a document: what is searched, what is filtered and sorted by. */
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

/** Writes the mapping and the bulk files into `folder`; returns how many articles. */
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

/** The two lines of an article: what to do with it, and the document. `_id` is the Q-number, so a second run replaces the first. */
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

/** Files `bulk-000.ndjson` and on, none much larger than a request may be. */
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
