/** Step: reads the digests of all buckets and builds the catalog and the statistics. */
import { hash } from 'node:crypto'
import type { SourceKind } from '../../dump/sources.js'
import type { ArchiveStatistics } from '../../render/view.js'
import { digestsFile } from '../parse/bucket-cache.js'
import { type DigestTable, readDigests } from '../parse/digest-table.js'
import type { ParsedBucket } from '../parse/parse-buckets.js'
import { learnProductCodes } from '../parse/product-codes.js'
import type { BuildRun } from '../run/build-run.js'
import type { Scan } from '../scan/scan-sources.js'
import { cacheDamaged, readChecked } from '../store/checked-file.js'
import { type BuiltCatalog, buildCatalog } from './build-catalog.js'

export function makeCatalog(
  build: BuildRun,
  buckets: readonly ParsedBucket[],
  scan: Scan,
): { readonly catalog: BuiltCatalog; readonly statistics: ArchiveStatistics } {
  build.clock.begin('catalog', 'articles')
  const catalog = buildCatalog(readTables(build.space.buckets, buckets))
  return { catalog, statistics: { ...catalog.statistics, sources: describeSources(build, scan) } }
}

/** Reads the tables of the buckets in order. Products without a code get the one learnt from any bucket. */
function* readTables(folder: string, buckets: readonly ParsedBucket[]): Generator<DigestTable> {
  const codes = learnProductCodes(buckets.flatMap(({ note }) => note.products))
  for (const { bucket } of buckets) yield readDigests(readDigestsFile(folder, bucket), codes)
}

function readDigestsFile(folder: string, bucket: string): Uint8Array {
  const file = digestsFile(folder, bucket)
  const content = readChecked(file)
  if (content === null) throw cacheDamaged(file)
  return content
}

/** Describes all sources as one, without paths: the archive must not depend on where the dumps are stored. */
function describeSources(build: BuildRun, scan: Scan): ArchiveStatistics['sources'] {
  const hashes = scan.records.map((record) => record.sha256).sort()
  const names = new Set(build.sources.map(({ kind }) => SOURCE_NAMES[kind]))
  const name = [...names].sort().join(', ')
  return [{ name, sha256: hash('sha256', hashes.join('\n'), 'hex'), articles: scan.records.length }]
}

/** Names of the kinds of sources on the page about the archive. */
const SOURCE_NAMES: Readonly<Record<SourceKind, string>> = {
  directory: 'folder',
  file: 'file',
  zip: 'ZIP',
  tar: 'TAR',
  'tar.gz': 'TAR',
}
