/** Step: reads all sources in workers, slice by slice; collects a record of each article. */
import { type SkippedCount, SkippedCounter, type SkipReason, type UnreadFiles } from '../../dump/skipped.js'
import { nameDumps, type Source } from '../../dump/sources.js'
import { type OnSkipped, walkSlices } from '../../dump/walk.js'
import type { Task } from '../../workers/pool.js'
import type { BuildRun } from '../run/build-run.js'
import type { SourceRecord } from '../store/source-record.js'
import { nextSpool } from '../store/spool.js'
import { readSpoolIndex } from '../store/spool-index.js'
import type { BuildTasks } from '../tasks.js'

export interface Scan {
  readonly records: readonly SourceRecord[]
  /** The records of files that are not in the spool's index. */
  readonly fresh: readonly SourceRecord[]
  /** For each row of the spool's index: 1 if a file of the sources still holds the article, else 0. */
  readonly used: Uint8Array
  readonly skipped: readonly SkippedCount[]
  /** Dump -> its folders with the number of files that may hold an article and could not be read. */
  readonly unread: ReadonlyMap<string, UnreadFiles>
  readonly files: number
}

/** Files of one task: a few megabytes. */
const SLICE_FILES = 500

export async function scanSources(build: BuildRun): Promise<Scan> {
  build.clock.begin('scan', 'files')
  const dumpNames = nameDumps(build.sources)
  const dumps = new Map(dumpNames.map((dump) => [dump, new SkippedCounter()]))
  const records: SourceRecord[] = []
  let files = 0
  const fresh: SourceRecord[] = []
  const index = readSpoolIndex(build.state.texts)
  const used = new Uint8Array(index.rowCount)
  await build.pool.runAll(listTasks(build, dumpNames, dumps), (output, { input }) => {
    for (const record of output.records) {
      records.push(record)
      fresh.push(record)
    }
    const names = output.reused.names ?? input.names ?? []
    const { rows } = output.reused
    for (let at = 0; at < rows.length; at += 2) {
      const row = rows[at + 1] ?? 0
      const articles = index.articlesAt(row)
      used.fill(1, row, row + articles.length)
      const name = names[rows[at] ?? 0] ?? ''
      for (const article of articles) records.push({ ...article, name, dump: input.dump })
    }
    dumps.get(input.dump)?.addCounts(output)
    files += output.files
  })
  return { records, fresh, used, skipped: joinSkipped(dumps.values()), unread: toUnread(dumps), files }
}

function joinSkipped(counters: Iterable<SkippedCounter>): readonly SkippedCount[] {
  const all = new SkippedCounter()
  for (const counter of counters) all.addCounts({ skipped: counter.counts() })
  return all.counts()
}

function toUnread(dumps: ReadonlyMap<string, SkippedCounter>): Scan['unread'] {
  return new Map([...dumps].map(([dump, counter]) => [dump, counter.unread()]))
}

function* listTasks(
  build: BuildRun,
  dumpNames: readonly string[],
  dumps: ReadonlyMap<string, SkippedCounter>,
): Generator<Task<BuildTasks, 'scan'>> {
  const { limits } = build.options
  let listed = 0
  let spool = nextSpool(build.space.raw)
  for (const [at, source] of build.sources.entries()) {
    const dump = dumpNames[at] ?? ''
    const skip = (name: string, reason: SkipReason) => dumps.get(dump)?.add({ name, reason })
    for (const slice of listSlices(source, skip)) {
      const names = slice?.slice(0, limits.maxFiles - listed) ?? null
      for (const name of slice?.slice(limits.maxFiles - listed) ?? []) skip(name, 'too-many-files')
      listed += names?.length ?? 0
      if (names?.length === 0) continue
      yield {
        name: 'scan',
        label: `reading ${source.given}`,
        input: {
          source,
          dump,
          names,
          limits,
          rawFolder: build.space.raw,
          spool: spool++,
          index: build.state.texts,
        },
      }
    }
  }
}

/** The files of a folder in slices; a single null for a source that one task reads as a whole. */
function listSlices(source: Source, skip: OnSkipped): Iterable<readonly string[] | null> {
  return source.kind === 'directory' ? walkSlices(source.path, SLICE_FILES, skip) : [null]
}
