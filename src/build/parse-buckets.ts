/** Step: parses the buckets in workers, a bucket a task. */
import type { BuildRun } from './build-run.js'
import type { Plan } from './plan.js'

export async function parseBuckets(build: BuildRun, plan: Plan): Promise<{ readonly problems: number }> {
  const { space, options, clock, pool } = build
  clock.begin('parse', 'articles', plan.articleCount)
  let problems = 0
  const tasks = plan.buckets.map((bucket) => ({
    name: 'parse' as const,
    label: `bucket ${bucket.bucket}`,
    input: {
      bucket,
      encoding: options.encoding,
      rawFolder: space.raw,
      dataFolder: space.stagedData,
      bucketFolder: space.buckets,
    },
  }))
  await pool.runAll(tasks, (output) => {
    problems += output.problems
  })
  return { problems }
}
