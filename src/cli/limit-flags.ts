/** The flags that limit what is read from a dump, for every command that reads one. */
import { DEFAULT_LIMITS, type Limits } from '../dump/limits.js'
import { KbError } from '../kb-error.js'
import { type Arguments, textFlag } from './command.js'

const BYTES_A_MB = 1_048_576

export const LIMIT_OPTIONS = {
  'max-article-mb': toOption('the largest article to read', DEFAULT_LIMITS.maxArticleBytes / BYTES_A_MB),
  'max-bucket-mb': toOption(
    'the most that all articles of a thousand numbers may have together',
    DEFAULT_LIMITS.maxBucketBytes / BYTES_A_MB,
  ),
  'max-file-mb': toOption('the largest file to read', DEFAULT_LIMITS.maxFileBytes / BYTES_A_MB),
  'max-archive-mb': toOption('the most that a ZIP or TAR may unpack to', DEFAULT_LIMITS.maxArchiveBytes / BYTES_A_MB),
  'max-files': toOption('the most files to look at', DEFAULT_LIMITS.maxFiles),
} as const

function toOption(help: string, usual: number) {
  return { type: 'string', value: 'N', help: `${help} (default ${usual})` } as const
}

/** Reads the limits; a missing flag means the default. */
export function readLimits(given: Arguments): Limits {
  const read = (flag: keyof typeof LIMIT_OPTIONS, usual: number) => readCount(flag, textFlag(given, flag), usual)
  const megabytes = (flag: keyof typeof LIMIT_OPTIONS, usual: number) => read(flag, usual / BYTES_A_MB) * BYTES_A_MB
  return {
    maxArticleBytes: megabytes('max-article-mb', DEFAULT_LIMITS.maxArticleBytes),
    maxBucketBytes: megabytes('max-bucket-mb', DEFAULT_LIMITS.maxBucketBytes),
    maxFileBytes: megabytes('max-file-mb', DEFAULT_LIMITS.maxFileBytes),
    maxArchiveBytes: megabytes('max-archive-mb', DEFAULT_LIMITS.maxArchiveBytes),
    maxFiles: read('max-files', DEFAULT_LIMITS.maxFiles),
  }
}

/** Reads the number of a flag; returns `usual` if it is missing. Throws a `KbError` if it is not a number. */
export function readCount(flag: string, text: string | null, usual: number): number {
  if (text === null) return usual
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new KbError('usage', `Expected a number, found \`${text}\``, { where: `--${flag}`, exitCode: 2 })
}
