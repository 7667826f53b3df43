/**
 * Keys of a whole site: hashes of everything that it is made from. If they are unchanged, there is nothing to build.
 */
import { readAssets } from '../../site/assets.js'
import type { BuildSettings } from '../run/build-options.js'
import type { BuildRun } from '../run/build-run.js'
import type { PlannedText } from '../run/choose-texts.js'
import type { Plan } from '../run/plan.js'
import type { Scan } from '../scan/scan-sources.js'
import { type CodeKeys, toKey } from '../store/code-keys.js'

/**
 * A hash of the articles and of the options that change the site.
 *
 * It does not depend on the machine, the version of Node, or the order of the sources; of their paths only what tells
 * several dumps apart. The options that are taken out here decide only what is read, how, and where the site goes.
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

/** A hash of the content and the code. */
export function toInputKey({ codeKeys }: BuildRun, contentKey: string): string {
  return toKey([codeKeys.build, ...readAssets({ pwa: true }).map(({ file }) => file), contentKey])
}

/**
 * A hash of everything that decides which articles are found in a file of a dump, and what their wording is: the code,
 * the encoding and the limits.
 */
export function toTextsKey({ parse }: CodeKeys, { encoding, limits }: BuildSettings): string {
  return toKey([parse, encoding ?? '', JSON.stringify(Object.entries(limits).sort(([a], [b]) => (a < b ? -1 : 1)))])
}

function textOf({ form, dump, name, sha256, copies, moreCopies }: PlannedText): string[] {
  return [form, dump, name, sha256, JSON.stringify(copies), String(moreCopies)]
}
