/** Step: parses new and changed buckets in workers; a task is one bucket. */

import type { Task } from '../../workers/pool.js'
import type { BuildRun } from '../run/build-run.js'
import type { Plan, PlannedBucket } from '../run/plan.js'
import type { Output } from '../store/output-state.js'
import type { BuildTasks } from '../tasks.js'
import { type BucketNote, bucketKey, readBucketNote } from './bucket-cache.js'

/** A bucket of this build, parsed now or reused. */
export interface ParsedBucket extends PlannedBucket {
  readonly note: BucketNote
  /** Its `data/214.ndjson`. */
  readonly data: Output
}

/** Parses the planned buckets, or reuses them; returns all of them in ascending order. */
export async function parseBuckets(build: BuildRun, plan: Plan): Promise<readonly ParsedBucket[]> {
  const { clock, pool } = build
  const planned = plan.buckets.map((bucket) => ({
    ...bucket,
    key: bucketKey(bucket, build.codeKeys.parse, build.options.encoding),
  }))
  const parsed = new Map<string, ParsedBucket>()
  for (const bucket of planned) {
    const reused = findReused(build, bucket)
    if (reused !== null) parsed.set(bucket.bucket, { ...bucket, ...reused })
  }
  const changed = planned.filter(({ bucket }) => !parsed.has(bucket))
  clock.begin('parse', 'articles', countArticles(changed))
  const done = pool.runAll(
    changed.map((bucket) => toTask(build, bucket)),
    ({ note, data }, { input }) => {
      parsed.set(input.bucket.bucket, { ...input.bucket, note, data: data.output })
    },
  )
  // A worker without a bucket loads Eleventy meanwhile.
  pool.prepare('render-once')
  await done
  return planned.flatMap(({ bucket }) => parsed.get(bucket) ?? [])
}

/** The results of the previous build for a bucket, if they have the same key and are still there. */
function findReused(build: BuildRun, { bucket, key }: PlannedBucket & { readonly key: string }) {
  const data = build.previous.find(`data/${bucket}.ndjson`, key)
  const note = data === null ? null : readBucketNote(build.space.buckets, bucket, key)
  return data === null || note === null ? null : { note, data }
}

function toTask(
  build: BuildRun,
  { key, ...bucket }: PlannedBucket & { readonly key: string },
): Task<BuildTasks, 'parse'> {
  const { space, options } = build
  const stage = { stage: space.stage, out: space.out }
  const folders = { rawFolder: space.raw, bucketFolder: space.buckets }
  return {
    name: 'parse',
    label: `bucket ${bucket.bucket}`,
    input: { bucket, key, encoding: options.encoding, ...folders, stage },
  }
}

function countArticles(buckets: readonly PlannedBucket[]): number {
  return buckets.reduce((sum, { articles }) => sum + articles.length, 0)
}
