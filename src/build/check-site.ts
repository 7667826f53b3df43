/**
 * Verifies a built site, in its folder or packed, without changing it: gives its files to threads in runs and puts together what
 * they find.
 */
import type { Finding } from './check-finding.js'
import { type FragmentLink, listIds } from './check-links.js'
import { openSite } from './check-source.js'
import type { CheckReport } from './check-task.js'
import { readSiteFile, type SiteSource } from './site-reader.js'
import { runTasks } from './worker-tasks.js'

/** What was looked at, and what was wrong. */
export interface SiteReport {
  readonly files: number
  readonly pages: number
  readonly links: number
  readonly findings: readonly Finding[]
}

/** Files a thread checks at a time. */
const runLength = 200

/** Checks the finished site in a folder or a ZIP; `report` is told how many files are done. */
export async function checkSite(target: string, report: (done: number, total: number) => void): Promise<SiteReport> {
  const { source, files, manifest, findings: early } = await openSite(target)
  const entry = new URL('./check-task.worker.js', import.meta.url)
  const reports: CheckReport[] = []
  const runs = runTasks<readonly string[], CheckReport>({
    entry,
    tasks: cutRuns([...files]),
    shared: { source, files, manifest },
  })
  for await (const part of runs) {
    reports.push(part)
    report(Math.min(reports.length * runLength, files.size), files.size)
  }
  const fragments = reports.flatMap((part) => part.fragments)
  return {
    files: files.size,
    pages: reports.reduce((sum, part) => sum + part.pages, 0),
    links: reports.reduce((sum, part) => sum + part.links, 0),
    findings: [...early, ...reports.flatMap((part) => part.findings), ...findMissingIds(source, fragments)],
  }
}

function* cutRuns(paths: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < paths.length; at += runLength) yield paths.slice(at, at + runLength)
}

/** Links into the middle of another page: each target is read once. */
function findMissingIds(source: SiteSource, links: readonly FragmentLink[]): readonly Finding[] {
  const idsOf = new Map<string, ReadonlySet<string>>()
  return links.flatMap(({ from, target, fragment }) => {
    const ids = idsOf.get(target) ?? listIds(readSiteFile(source, target).toString())
    idsOf.set(target, ids)
    return ids.has(fragment) ? [] : [{ code: 'fragment-missing' as const, file: from, found: `${target}#${fragment}` }]
  })
}
