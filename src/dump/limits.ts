/**
 * How much a dump may be: what a stranger's archive can cost at most. Each limit has a flag of `kb build` and `kb parse` that raises it.
 */

/** Sizes in bytes. */
export interface Limits {
  /** One article: it is parsed and its page is made whole, in some 26 times as much memory. `--max-article-mb`. */
  readonly maxArticleBytes: number
  /** All texts of one bucket (a thousand numbers) together; one article always has room. `--max-bucket-mb`. */
  readonly maxBucketBytes: number
  /** One file of a dump. A file with many articles in it counts as one. `--max-file-mb`. */
  readonly maxFileBytes: number
  /** All that one archive unpacks to. `--max-archive-mb`. */
  readonly maxArchiveBytes: number
  /** Files of all folders together, and of each archive. `--max-files`. */
  readonly maxFiles: number
}

const MB = 1_048_576

/** The whole Knowledge Base is 240 MB in 60,000 files; its largest article 179,160 bytes (Q156063). */
export const DEFAULT_LIMITS: Limits = {
  maxArticleBytes: 16 * MB,
  maxBucketBytes: 32 * MB,
  maxFileBytes: 256 * MB,
  maxArchiveBytes: 16_384 * MB,
  maxFiles: 5_000_000,
}
