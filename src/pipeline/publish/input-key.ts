/** Hashes of all that a site is made from. Where they are the same as last time, there is nothing to do. */
import { readAssets } from '../../site/assets.js'
import type { BuildSettings } from '../run/build-options.js'
import type { BuildRun } from '../run/build-run.js'
import type { Plan } from '../run/plan.js'
import type { Scan } from '../scan/scan-sources.js'
import { type CodeKeys, toKey } from '../store/code-keys.js'
import type { SourceRecord } from '../store/source-record.js'

/**
 * Of the articles and what the user asked to be shown of them: the same with every version of Node, on every machine, and wherever and
 * in whatever order the sources lie. Every option is in it but those named here, which only decide what is read, how and where to.
 */
export function toContentKey({ options }: BuildRun, plan: Plan, scan: Scan): string {
  const { sources, out, jobs, cache, limits, ...shown } = options
  const articles = plan.buckets.flatMap((bucket) => bucket.articles)
  return toKey([
    JSON.stringify(Object.entries(shown).sort(([a], [b]) => (a < b ? -1 : 1))),
    String(scan.records.length),
    ...articles.flatMap(({ record, revisions }) => [record, ...revisions].flatMap(textOf)),
  ])
}

/** Of the content and the code. */
export function toInputKey({ codeKeys }: BuildRun, contentKey: string): string {
  return toKey([codeKeys.build, ...readAssets({ pwa: true }).map(({ file }) => file), contentKey])
}

/** Of all that decides which articles are found in a file of a dump: the code and the limits. */
export function toTextsKey({ parse }: CodeKeys, { limits }: BuildSettings): string {
  return toKey([parse, JSON.stringify(Object.entries(limits).sort(([a], [b]) => (a < b ? -1 : 1)))])
}

function textOf({ form, name, sha256 }: SourceRecord): string[] {
  return [form, name, sha256]
}
