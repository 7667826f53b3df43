/**
 * Limits of a dump, so that a hostile archive cannot exhaust memory or disk.
 *
 * Each limit has a flag of `kb build` and `kb parse` that raises it.
 */

/** Sizes in bytes. */
export interface Limits {
  /** One article. Parsing it and rendering its page take many times this much memory. `--max-article-mb`. */
  readonly maxArticleBytes: number
  /** All texts of one bucket (a thousand numbers) together. A single article is always accepted. `--max-bucket-mb`. */
  readonly maxBucketBytes: number
  /** One file of a dump, no matter how many articles it holds. `--max-file-mb`. */
  readonly maxFileBytes: number
  /** The unpacked size of one archive. `--max-archive-mb`. */
  readonly maxArchiveBytes: number
  /** The number of files in all folders together, and in each archive. `--max-files`. */
  readonly maxFiles: number
}

const MB = 1_048_576

/** The whole Knowledge Base is 240 MB in 60,000 files. Its largest article has 179,160 bytes (Q156063). */
export const DEFAULT_LIMITS: Limits = {
  maxArticleBytes: 16 * MB,
  maxBucketBytes: 32 * MB,
  maxFileBytes: 256 * MB,
  maxArchiveBytes: 16_384 * MB,
  maxFiles: 5_000_000,
}
