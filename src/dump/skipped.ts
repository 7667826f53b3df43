/** Files of a dump that gave no article: counted by reason, the first few named. Never an error. */

/** Reasons why a file gave no article, in the words of the summary. */
export const SKIP_REASONS = {
  'not-an-article': 'not an article',
  quotation: 'a quotation of an article, with a sign before each line: take the signs away to have it read',
  'archive-inside': 'an archive inside a source: unpack it, or name it as a SOURCE',
  'archive-unread':
    'an archive that is not read (7z, rar, xz, bz2, zst, cab): unpack it (`7z x NAME`, `tar -xf NAME`) in its folder',
  'article-too-large': 'an article larger than --max-article-mb allows',
  'bucket-full': 'beyond what --max-bucket-mb allows all articles of a thousand numbers together',
  'too-large': 'larger than --max-file-mb allows',
  'archive-too-large': 'beyond what --max-archive-mb allows an archive to unpack to',
  'too-many-files': 'beyond --max-files',
  unreadable: 'cannot be read',
  damaged: 'damaged in its archive',
  encrypted: 'encrypted in its archive',
  packing: 'packed in a way that is not read: pack it again, deflated',
  link: 'a link, which is not followed',
  special: 'neither a file nor a folder',
  'own-output': 'written by kb, which is never a source',
  vanished: 'gone since the build began',
  'name-bytes': 'of a name that is no UTF-8: rename it',
} as const

export type SkipReason = keyof typeof SKIP_REASONS

/** Reasons that do not say that an article may be missing: what was skipped is none, or is no file of the dump. */
const NO_LOSS: ReadonlySet<SkipReason> = new Set(['not-an-article', 'link', 'special', 'own-output', 'vanished'])

/** Folder of a dump -> the number of files in it that may hold an article and gave none. */
export type UnreadFiles = ReadonlyMap<string, number>

/** The skipped files of one reason. `names`: the first in UTF-16 order, at most `EXAMPLES`. */
export interface SkippedCount {
  readonly reason: SkipReason
  readonly count: number
  readonly names: readonly string[]
}

/** Number of files named for each reason. The others are only counted, to bound the memory. */
export const EXAMPLES = 10

/** A file that gave no article. */
export interface Skipped {
  readonly name: string
  readonly reason: SkipReason
}

/** The counts of a `SkippedCounter`. */
export interface SkippedCounts {
  readonly skipped: readonly SkippedCount[]
  readonly unread?: UnreadFiles
}

/** Counts skipped files by reason. The result does not depend on the order of the files. */
export class SkippedCounter {
  readonly #byReason = new Map<SkipReason, { count: number; names: string[] }>()
  readonly #unread = new Map<string, number>()

  add({ name, reason }: Skipped): void {
    this.#note(reason, 1, [name])
    if (!NO_LOSS.has(reason)) this.#addUnread(name.slice(0, Math.max(0, name.lastIndexOf('/'))), 1)
  }

  /** Adds the counts of another thread. */
  addCounts({ skipped, unread = new Map() }: SkippedCounts): void {
    for (const { reason, count, names } of skipped) this.#note(reason, count, names)
    for (const [folder, count] of unread) this.#addUnread(folder, count)
  }

  /** Returns the counts in the order of `SKIP_REASONS`. */
  counts(): SkippedCount[] {
    return reasons().flatMap((reason) => {
      const found = this.#byReason.get(reason)
      return found === undefined ? [] : [{ reason, count: found.count, names: found.names.slice(0, EXAMPLES) }]
    })
  }

  unread(): UnreadFiles {
    return this.#unread
  }

  #addUnread(folder: string, count: number): void {
    this.#unread.set(folder, (this.#unread.get(folder) ?? 0) + count)
  }

  #note(reason: SkipReason, count: number, names: readonly string[]): void {
    const entry = this.#byReason.get(reason) ?? { count: 0, names: [] }
    this.#byReason.set(reason, entry)
    entry.count += count
    if (entry.names.length >= EXAMPLES && names.every((name) => name > (entry.names[EXAMPLES - 1] ?? ''))) return
    entry.names = [...entry.names, ...names].sort(compareText).slice(0, EXAMPLES)
  }
}

function reasons(): SkipReason[] {
  return (Object.keys(SKIP_REASONS) as string[]).filter(isReason)
}

function isReason(text: string): text is SkipReason {
  return Object.hasOwn(SKIP_REASONS, text)
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
