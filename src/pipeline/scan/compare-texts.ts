/**
 * Step: compares the texts of each number that has several, in workers. Texts of the same wording are one text.
 *
 * Only the hash of a wording is kept, so no two texts are compared with each other. It stays in the spool's index: a text
 * is read for this once, not in every build.
 */
import type { Task } from '../../workers/pool.js'
import type { BuildRun } from '../run/build-run.js'
import type { SourceRecord, Wording } from '../store/source-record.js'
import { noteWordings } from '../store/spool-index.js'
import type { BuildTasks } from '../tasks.js'
import type { Scan } from './scan-sources.js'

/** Texts of one task: some megabytes. */
const TASK_TEXTS = 1_000

/** Returns the scan with the wording of every text whose number has texts of different bytes. */
export async function compareTexts(build: BuildRun, scan: Scan): Promise<Scan> {
  const texts = findUncompared(scan.records)
  if (texts.length === 0) return scan
  build.clock.begin('compare', 'texts', texts.length)
  const wordings = new Map<string, Wording>()
  await build.pool.runAll(listTasks(build, texts), (output, { input }) => {
    for (const [at, wording] of output.entries()) wordings.set(input.texts[at]?.sha256 ?? '', wording)
  })
  noteWordings(build.state.texts, wordings)
  const withWording = (record: SourceRecord) => {
    const wording = wordings.get(record.sha256)
    return wording === undefined ? record : { ...record, wording }
  }
  return { ...scan, records: scan.records.map(withWording), fresh: scan.fresh.map(withWording) }
}

/** The texts of numbers with several, that have no wording yet; each once. */
export function findUncompared(records: readonly SourceRecord[]): SourceRecord[] {
  const first = new Map<number, string>()
  const several = new Set<number>()
  for (const { number, sha256 } of records) {
    const known = first.get(number)
    if (known === undefined) first.set(number, sha256)
    else if (known !== sha256) several.add(number)
  }
  const texts = new Map<string, SourceRecord>()
  for (const record of records)
    if (record.wording === null && several.has(record.number)) texts.set(record.sha256, record)
  return [...texts.values()]
}

function* listTasks(
  { space, options }: BuildRun,
  texts: readonly SourceRecord[],
): Generator<Task<BuildTasks, 'compare'>> {
  for (let at = 0; at < texts.length; at += TASK_TEXTS) {
    const some = texts.slice(at, at + TASK_TEXTS)
    const input = { texts: some, rawFolder: space.raw, encoding: options.encoding }
    yield { name: 'compare', label: `comparing Q${some[0]?.number} and others`, input }
  }
}
