/**
 * What the threads of `kb check` do: a run of files is read once, and everything that can be said of each is said. Pure but for
 * reading.
 */
import { KbError } from '../kb-error.js'
import type { Finding } from './check-finding.js'
import { checkPage, checkStyleSheet, type FragmentLink } from './check-links.js'
import { hashContent } from './pack-manifest.js'
import { readSiteFile, type SiteSource } from './site-reader.js'
import type { Answer } from './worker-tasks.js'

/** The site as its checkers know it; each thread has it once. */
export interface CheckedSite {
  readonly source: SiteSource
  readonly files: ReadonlySet<string>
  /** Expected hashes by path; `null`: the site has no manifest. */
  readonly manifest: ReadonlyMap<string, string> | null
}

/** What a run of files had wrong, and what only the pages they link to can say. */
export interface CheckReport {
  readonly findings: readonly Finding[]
  readonly fragments: readonly FragmentLink[]
  readonly pages: number
  readonly links: number
}

/** Checks a run of files. */
export function checkFiles(paths: readonly string[], site: CheckedSite): Answer<CheckReport> {
  const reports = paths.map((path) => checkFile(path, site))
  return {
    value: {
      findings: reports.flatMap((report) => report.findings),
      fragments: reports.flatMap((report) => report.fragments),
      pages: reports.reduce((sum, report) => sum + report.pages, 0),
      links: reports.reduce((sum, report) => sum + report.links, 0),
    },
  }
}

const NOTHING: CheckReport = { findings: [], fragments: [], pages: 0, links: 0 }

function checkFile(path: string, site: CheckedSite): CheckReport {
  if (site.manifest === null && !isText(path)) return NOTHING
  try {
    const bytes = readSiteFile(site.source, path)
    const findings = checkHash(path, bytes, site.manifest)
    if (path.endsWith('.css'))
      return { ...NOTHING, findings: [...findings, ...checkStyleSheet(path, bytes.toString(), site.files)] }
    if (!isPage(path)) return { ...NOTHING, findings }
    const page = checkPage(path, bytes.toString(), site.files)
    return { ...page, findings: [...findings, ...page.findings], pages: 1 }
  } catch (error) {
    if (!(error instanceof KbError)) throw error
    return { ...NOTHING, findings: [{ code: 'file-unreadable', file: path, found: error.message }] }
  }
}

function checkHash(path: string, bytes: Buffer, manifest: CheckedSite['manifest']): readonly Finding[] {
  const expected = manifest?.get(path)
  if (expected === undefined) return []
  const hash = hashContent(bytes)
  return hash === expected ? [] : [{ code: 'hash-differs', file: path, found: hash }]
}

function isText(path: string): boolean {
  return isPage(path) || path.endsWith('.css')
}

/** Whether a path of the site is a document with links in it. */
function isPage(path: string): boolean {
  return path.endsWith('.html') || path.endsWith('.svg')
}
