/** Worker: parses the articles of a bucket; writes their data, their digests and the index of the bucket. */
import type { Article } from '../../article/article.js'
import { parseArticle } from '../../article/parse.js'
import { replaceFile } from '../../disk/write-file.js'
import { KbError } from '../../kb-error.js'
import { toSearchDocument } from '../../search/analysis/documents.js'
import { indexBucket } from '../../search/indexer/index-bucket.js'
import type { SearchDocument } from '../../search/types.js'
import type { Position } from '../../workers/position.js'
import type { PlannedText } from '../run/choose-texts.js'
import type { PlannedBucket } from '../run/plan.js'
import { writeBucketIndex } from '../store/bucket-index-file.js'
import { writeChecked } from '../store/checked-file.js'
import { SpoolReader } from '../store/spool.js'
import { type Stage, type StagedFile, stageFile } from '../store/stage-file.js'
import { type BucketNote, digestsFile, forgetBucket, hashPart, indexFile, writeBucketNote } from './bucket-cache.js'
import { type Digest, toDigest } from './digest.js'
import { writeDigests } from './digest-table.js'
import { listProducts } from './product-codes.js'

export interface ParseInput {
  readonly bucket: PlannedBucket
  readonly key: string
  readonly encoding: string | null
  readonly rawFolder: string
  readonly bucketFolder: string
  readonly stage: Stage
}

export interface ParseOutput {
  readonly bucket: string
  readonly note: BucketNote
  readonly data: StagedFile
}

export function performParse(input: ParseInput, position: Position): ParseOutput {
  const { bucketFolder, key } = input
  const { bucket } = input.bucket
  const { lines, digests, documents, problems } = parseAll(input, position)
  const index = indexBucket(documents)
  const products = listProducts(digests)
  const hashes = { extents: hashPart(index.extents), runs: index.runs.map(hashPart) }
  const note = { key, articles: documents.length, problems, products, ...hashes }
  const data = stageFile(input.stage, { path: `data/${bucket}.ndjson`, key }, Buffer.concat(lines))
  forgetBucket(bucketFolder, bucket)
  writeChecked(digestsFile(bucketFolder, bucket), writeDigests(digests))
  replaceFile(indexFile(bucketFolder, bucket), writeBucketIndex(index))
  writeBucketNote(bucketFolder, bucket, note)
  return { bucket, note, data }
}

function parseAll({ bucket, encoding, rawFolder }: ParseInput, position: Position) {
  const reader = new SpoolReader(rawFolder)
  /** Bytes, because a long string with one character beyond Latin-1 takes two bytes per character. */
  const lines: Buffer[] = []
  const digests: Digest[] = []
  const documents: SearchDocument[] = []
  let problems = 0
  for (const { number, record } of bucket.articles) {
    position.at(number)
    const { form, name, sha256 } = record
    const raw = { form, name, sha256, bytes: reader.read(record) }
    const article = addPlaces(parseArticle(raw, { encoding }), record)
    if (article.number !== number) throw lostNumber(number, name, encoding)
    const document = toSearchDocument(article)
    lines.push(Buffer.from(`${JSON.stringify(article)}\n`))
    digests.push(toDigest(article, document))
    documents.push(document)
    problems += article.problems.length
    position.advance(1)
  }
  reader.close()
  return { lines, digests, documents, problems }
}

/** Adds what the parser cannot know: the dump of the text, and the other files that have it. */
function addPlaces(article: Article, { dump, copies, moreCopies }: PlannedText): Article {
  if (dump === '' && copies.length === 0) return article
  const withDump = (dump: string) => (dump === '' ? {} : { dump })
  const source = {
    ...article.source,
    ...withDump(dump),
    ...(copies.length === 0 ? {} : { copies: copies.map(({ dump: of, ...copy }) => ({ ...withDump(of), ...copy })) }),
    ...(moreCopies === 0 ? {} : { moreCopies }),
  }
  return { ...article, source }
}

/** The error if the header that the scan has found is lost: read with a wrong encoding, a header is unreadable. */
function lostNumber(number: number, name: string, encoding: string | null): KbError {
  return new KbError('number-lost', `Expected the header of Q${number}, found none`, {
    where: name,
    hint:
      encoding === null
        ? 'This is a defect: please report it with the file.'
        : `The text is not ${encoding}: leave out --encoding, or name its own.`,
  })
}
