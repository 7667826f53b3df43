/**
 * Verifies a built site without changing it. An ordered list of checks; each knows its own matter, this file only runs them and
 * puts their findings together.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from './check-finding.js'
import { type FragmentLink, listIds } from './check-links.js'
import type { CheckedSite, PagesReport } from './check-pages.js'
import { listSiteFiles } from './site-files.js'
import { readSiteMarker } from './site-marker.js'
import { runTasks } from './worker-tasks.js'

/** What was looked at, and what was wrong, in the order of the files. */
export interface SiteReport {
  readonly files: number
  readonly pages: number
  readonly links: number
  readonly findings: readonly Finding[]
}

/** Files a worker checks at a time. */
const runLength = 200

/** Checks the finished site in `directory`; `report` is told how many files are done. */
export async function checkSite(directory: string, report: (done: number, total: number) => void): Promise<SiteReport> {
  readSiteMarker(directory)
  const paths = listSiteFiles(directory).map((file) => file.path)
  const site: CheckedSite = { directory, files: new Set(paths) }
  const entry = new URL('./check-pages.worker.js', import.meta.url)
  const findings: Finding[] = []
  const fragments: FragmentLink[] = []
  let pages = 0
  let links = 0
  let done = 0
  for await (const part of runTasks<readonly string[], PagesReport>({ entry, tasks: cutRuns(paths), shared: site })) {
    findings.push(...part.findings)
    fragments.push(...part.fragments)
    pages += part.pages
    links += part.links
    done = Math.min(done + runLength, paths.length)
    report(done, paths.length)
  }
  findings.push(...findMissingIds(directory, fragments))
  return { files: paths.length, pages, links, findings }
}

function* cutRuns(paths: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < paths.length; at += runLength) yield paths.slice(at, at + runLength)
}

/** Links into the middle of another page: each target is read once. */
function findMissingIds(directory: string, links: readonly FragmentLink[]): readonly Finding[] {
  const idsOf = new Map<string, ReadonlySet<string>>()
  return links.flatMap(({ from, target, fragment }) => {
    const ids = idsOf.get(target) ?? listIds(readFileSync(join(directory, target), 'utf8'))
    idsOf.set(target, ids)
    return ids.has(fragment) ? [] : [{ code: 'fragment-missing' as const, file: from, found: `${target}#${fragment}` }]
  })
}
