/** Step: reads all sources in slices, in workers, and keeps one record of each article they hold. */
import { type SkippedCount, SkippedCounter } from '../../dump/skipped.js'
import type { Source } from '../../dump/sources.js'
import { walkSlices } from '../../dump/walk.js'
import type { Task } from '../../workers/pool.js'
import type { BuildRun } from '../run/build-run.js'
import type { SourceRecord } from '../store/source-record.js'
import { nextSpool } from '../store/spool.js'
import { readSpoolIndex } from '../store/spool-index.js'
import type { BuildTasks } from '../tasks.js'

export interface Scan {
  readonly records: readonly SourceRecord[]
  /** Those of them that no earlier build has seen. */
  readonly fresh: readonly SourceRecord[]
  /** For each row of the known texts 1 where a file still holds them. */
  readonly used: Uint8Array
  readonly skipped: readonly SkippedCount[]
  readonly files: number
}

/** A worker's portion: a few megabytes of articles. */
const SLICE_FILES = 500

export async function scanSources(build: BuildRun): Promise<Scan> {
  build.clock.begin('scan', 'files')
  const skipped = new SkippedCounter()
  const records: SourceRecord[] = []
  let files = 0
  const fresh: SourceRecord[] = []
  const known = readSpoolIndex(build.state.texts)
  const used = new Uint8Array(known.rowCount)
  await build.pool.runAll(listTasks(build, skipped), (output, { input }) => {
    for (const record of output.records) {
      records.push(record)
      fresh.push(record)
    }
    const names = output.known.names ?? input.names ?? []
    const { rows } = output.known
    for (let at = 0; at < rows.length; at += 2) {
      const row = rows[at + 1] ?? 0
      const articles = known.articlesAt(row)
      used.fill(1, row, row + articles.length)
      for (const article of articles) records.push({ ...article, name: names[rows[at] ?? 0] ?? '' })
    }
    skipped.addCounts(output.skipped)
    files += output.files
  })
  return { records, fresh, used, skipped: skipped.counts(), files }
}

function* listTasks(build: BuildRun, skipped: SkippedCounter): Generator<Task<BuildTasks, 'scan'>> {
  const { limits } = build.options
  let listed = 0
  let spool = nextSpool(build.space.raw)
  for (const source of build.sources)
    for (const slice of listSlices(source, skipped)) {
      const names = slice?.slice(0, limits.maxFiles - listed) ?? null
      for (const name of slice?.slice(limits.maxFiles - listed) ?? []) skipped.add({ name, reason: 'too-many-files' })
      listed += names?.length ?? 0
      if (names?.length === 0) continue
      yield {
        name: 'scan',
        label: `reading ${source.given}`,
        input: {
          source,
          names,
          limits,
          rawFolder: build.space.raw,
          spool: spool++,
          known: build.state.texts,
        },
      }
    }
}

/** Slices of a folder's files; null for a source that is read as a whole. */
function listSlices(source: Source, skipped: SkippedCounter): Iterable<readonly string[] | null> {
  if (source.kind !== 'directory') return [null]
  return walkSlices(source.path, SLICE_FILES, (name, reason) => skipped.add({ name, reason }))
}
