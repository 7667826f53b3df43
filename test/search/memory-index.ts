/** An index in memory, made as a build makes it: buckets, runs, partitions, shards; and Lunr's index of the same documents. */
import { deflateRawSync } from 'node:zlib'
import lunr from 'lunr'
import { kbAnalysis } from '../../src/search/analysis/analysis.js'
import type { DeflateAfter } from '../../src/search/codec/deflate.js'
import { parseShardScript } from '../../src/search/codec/shard-script.js'
import { createSearch, type Search } from '../../src/search/engine.js'
import { indexBucket } from '../../src/search/indexer/index-bucket.js'
import { makeIndexFiles } from '../../src/search/indexer/index-files.js'
import { mergePartition, readArchiveShape } from '../../src/search/indexer/merge-partition.js'
import { PARTITION_COUNT } from '../../src/search/indexer/partitions.js'
import { makeDictionary } from '../../src/search/shards/cards.js'
import type { SearchCard, SearchDocument, SearchRequest, ShardFile, ShardLoader } from '../../src/search/types.js'

/** A document of a title and a body; the other fields may be given. */
export function makeDocument(
  number: number,
  title: string,
  body: string,
  more: Partial<SearchDocument> = {},
): SearchDocument {
  const fields = { title, keywords: `Q${number}`, product: '', body, ...more.fields }
  return { number, fields, sections: more.sections ?? [] }
}

export function makeCard(document: SearchDocument, more: Partial<SearchCard> = {}): SearchCard {
  const { number } = document
  const card = { number, id: `Q${number}`, title: document.fields.title, type: null, modified: null, summary: '' }
  return { ...card, product: { code: null, name: '' }, issueTypes: [], products: [], ...more }
}

/** As a build deflates cards. */
export const deflateAfter: DeflateAfter = (dictionary, bytes) => deflateRawSync(bytes, { level: 9, dictionary })

/** All files of the index, bucket by bucket as in a build. */
export async function makeFiles(
  documents: readonly SearchDocument[],
  cards: readonly SearchCard[] = documents.map((document) => makeCard(document)),
): Promise<readonly ShardFile[]> {
  const numbers = [...new Set(documents.map(({ number }) => Math.floor(number / 1000)))]
  const buckets = numbers.map((bucket) =>
    indexBucket(documents.filter(({ number }) => Math.floor(number / 1000) === bucket)),
  )
  const partitions = []
  const shape = readArchiveShape(buckets)
  for (let p = 0; p < PARTITION_COUNT; p++) {
    const runs = buckets.map(({ runs }) => runs[p] ?? new Uint8Array())
    partitions.push(await mergePartition(p, runs, shape))
  }
  const own = await makeIndexFiles({ cards, dictionary: makeDictionary(cards), deflateAfter, buckets, partitions })
  return [...partitions.flatMap(({ files }) => files), ...own]
}

/** A loader of files in memory; `loaded` collects the names of what was asked for. */
export function makeLoader(files: readonly ShardFile[], loaded: string[] = []): ShardLoader {
  const scripts = new Map(files.map((file) => [file.name, file.bytes]))
  return {
    async load(name) {
      loaded.push(name)
      const shard = parseShardScript(scripts.get(name) ?? new Uint8Array())
      if (shard === null) throw new Error(`No shard ${name}`)
      return shard
    },
  }
}

export async function makeSearch(documents: readonly SearchDocument[], cards?: readonly SearchCard[]): Promise<Search> {
  return createSearch(makeLoader(await makeFiles(documents, cards)))
}

/** Lunr's own index: the oracle. */
export function makeLunrIndex(documents: readonly SearchDocument[]): lunr.Index {
  return lunr((builder) => {
    builder.use(kbAnalysis)
    for (const { number, fields } of documents) builder.add({ id: `Q${number}`, ...fields })
  })
}

export function makeRequest(text: string, more: Partial<SearchRequest> = {}): SearchRequest {
  const filters = { product: [], type: [], year: [], issueType: [], filed: [] }
  return { text, filters, sort: 'relevance', offset: 0, limit: 1_000_000, ...more }
}

/** Scores by id. */
export async function scoresOf(search: Search, text: string): Promise<ReadonlyMap<string, number>> {
  const { hits } = await search.search(makeRequest(text))
  return new Map(hits.map(({ id, score }) => [id, score]))
}
