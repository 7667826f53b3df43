/** Worker: parses the articles of a bucket; writes its data, its digests and its part of the search index. */
import { join } from 'node:path'
import { parseArticle } from '../article/parse.js'
import { toSearchDocument } from '../search/documents.js'
import { indexBucket } from '../search/postings.js'
import type { SearchDocument } from '../search/types.js'
import { writeBucketIndex } from './bucket-index-file.js'
import { toDigest } from './digest.js'
import type { PlannedBucket } from './plan.js'
import { PackReader } from './raw-packs.js'
import type { Position } from './tasks.js'
import { replaceFile } from './write-file.js'

export interface ParseInput {
  readonly bucket: PlannedBucket
  readonly encoding: string | null
  readonly rawFolder: string
  /** Where `214.ndjson` goes. */
  readonly dataFolder: string
  /** Where `214.digests` and `214.index` go. */
  readonly bucketFolder: string
}

export interface ParseOutput {
  readonly articles: number
  readonly problems: number
}

export function performParse(input: ParseInput, position: Position): ParseOutput {
  const reader = new PackReader(input.rawFolder)
  const lines: string[] = []
  const digests: string[] = []
  const documents: SearchDocument[] = []
  let problems = 0
  for (const { number, record } of input.bucket.articles) {
    position.at(number)
    const article = parseArticle({ ...record, bytes: reader.read(record.place) }, { encoding: input.encoding })
    const document = toSearchDocument(article)
    lines.push(JSON.stringify(article), '\n')
    digests.push(JSON.stringify(toDigest(article, document)), '\n')
    documents.push(document)
    problems += article.problems.length
    position.advance(1)
  }
  reader.close()
  const { bucket } = input.bucket
  replaceFile(join(input.dataFolder, `${bucket}.ndjson`), lines.join(''))
  replaceFile(join(input.bucketFolder, `${bucket}.digests`), digests.join(''))
  replaceFile(join(input.bucketFolder, `${bucket}.index`), writeBucketIndex(indexBucket(documents)))
  return { articles: lines.length / 2, problems }
}
