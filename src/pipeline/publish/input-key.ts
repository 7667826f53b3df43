/** Hashes of all that a site is made from. Where they are the same as last time, there is nothing to do. */
import { basename } from 'node:path'
import { readAssets } from '../../site/assets.js'
import type { BuildRun } from '../run/build-run.js'
import type { Plan } from '../run/plan.js'
import type { Scan } from '../scan/scan-sources.js'
import { toKey } from '../store/code-keys.js'
import type { SourceRecord } from '../store/source-record.js'

/** Of the texts and what the user asked for: the same with every version of Node, on every machine. */
export function toContentKey({ options, sources }: BuildRun, plan: Plan, scan: Scan): string {
  const { title, siteUrl, publishData, originals, pwa, encoding } = options
  const articles = plan.buckets.flatMap((bucket) => bucket.articles)
  return toKey([
    ...[title, siteUrl ?? '', String(publishData), String(originals), String(pwa), encoding ?? ''],
    ...sources.map(({ kind, path }) => (kind === 'directory' ? 'folder' : basename(path))),
    String(scan.records.length),
    ...articles.flatMap(({ record, revisions }) => [record, ...revisions].flatMap(textOf)),
  ])
}

/** Of the content and the code. */
export function toInputKey({ codeKeys }: BuildRun, contentKey: string): string {
  return toKey([codeKeys.build, ...readAssets({ pwa: true }).map(({ file }) => file), contentKey])
}

function textOf({ form, name, sha256 }: SourceRecord): string[] {
  return [form, name, sha256]
}
