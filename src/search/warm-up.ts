/**
 * Warm-up: runs the steps of a search on made-up postings, so that the browser compiles them before the reader types.
 *
 * The first search of a page spends most of its time in code that runs for the first time. The warm-up loads nothing
 * and writes to the working arrays only.
 */

import { topOf } from './arrays/top.js'
import { BitWriter } from './codec/bits.js'
import { FIELD_NAMES } from './fields.js'
import type { FoundClause } from './match/found.js'
import { findMatches, scoreAll, scoreFew } from './rank/evaluate.js'
import { applyFilters } from './rank/facets.js'
import { rankArticles, toRankedWords } from './rank/rank.js'
import type { RankBuffers } from './rank/rank-buffers.js'
import type { Statistics } from './reader/statistics.js'
import type { Columns } from './shards/columns.js'
import { toBodyLength } from './shards/extents.js'
import { type PostingsFrame, readPostings, writePostings } from './shards/postings-record.js'
import { DEEP } from './shards/steps.js'

/** One article of this many has the made-up word. */
const STEP = 3
const NO_FILTERS = { product: [], type: [], year: [], issueType: [], filed: [] }
const SHOWN = 20

/** Runs one made-up search. After two or three of them the steps are compiled. */
export function warmUp(statistics: Statistics, columns: Columns, buffers: RankBuffers): void {
  const { articleCount } = statistics
  const frame = { articleCount, bodyLength: toBodyLength(statistics.lengths) }
  const clauses = [toClause(writeRecord(frame), frame)]
  const matches = findMatches(clauses, { required: [], prohibited: [] }, articleCount)
  const { articles } = applyFilters(matches, NO_FILTERS, columns)
  const shown = topOf(articles, SHOWN, rankArticles(toRankedWords(clauses, []), statistics, buffers))
  scoreFew(clauses, statistics, shown)
  scoreAll(clauses, statistics, buffers.ranks)
}

/**
 * The postings of the made-up word: one article of `STEP` has it, in each field; every fourth of those has it twice.
 */
function writeRecord({ articleCount, bodyLength }: PostingsFrame): Uint8Array {
  const articles = Uint32Array.from({ length: Math.floor(articleCount / STEP) }, (_, i) => i * STEP + (i % 2))
  const sums = articles.map((_, i) => i + 1 + (i >>> 2))
  const writer = new BitWriter()
  writePostings(
    writer,
    FIELD_NAMES.map(() => ({ articles, sums, steps: articles.map((_, i) => i % (DEEP + 1)) })),
    { articleCount, bodyLength },
  )
  return writer.toBytes()
}

function toClause(record: Uint8Array, frame: PostingsFrame): FoundClause {
  const fields = readPostings(record, { start: 0, end: record.length }, frame)
  const clause = {
    term: '',
    fields: FIELD_NAMES.map((_, field) => field),
    boost: 1,
    usePipeline: true,
    presence: 'optional',
    editDistance: null,
    section: null,
  } as const
  return { clause, words: [[{ term: '', idf: 1, fields }]] }
}
