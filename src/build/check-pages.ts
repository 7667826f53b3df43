/** Checks a run of files of a site for `check-site.ts`: pages and style sheets are read, anything else is only there. Runs in worker threads. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from './check-finding.js'
import { checkPage, checkStyleSheet, type FragmentLink } from './check-links.js'
import type { Answer } from './worker-tasks.js'

/** The site as its checkers know it; each worker has it once. */
export interface CheckedSite {
  readonly directory: string
  readonly files: ReadonlySet<string>
}

/** What a run of files had wrong, and what only the pages they link to can say. */
export interface PagesReport {
  readonly findings: readonly Finding[]
  readonly fragments: readonly FragmentLink[]
  readonly pages: number
  readonly links: number
}

export function checkPages(paths: readonly string[], site: CheckedSite): Answer<PagesReport> {
  const findings: Finding[] = []
  const fragments: FragmentLink[] = []
  let pages = 0
  let links = 0
  for (const path of paths) {
    const text = () => readFileSync(join(site.directory, path), 'utf8')
    if (path.endsWith('.css')) findings.push(...checkStyleSheet(path, text(), site.files))
    if (!isPage(path)) continue
    const report = checkPage(path, text(), site.files)
    findings.push(...report.findings)
    fragments.push(...report.fragments)
    links += report.links
    pages++
  }
  return { value: { findings, fragments, pages, links } }
}

/** Whether a path of the site is a document with links in it. */
export function isPage(path: string): boolean {
  return path.endsWith('.html') || path.endsWith('.svg')
}
