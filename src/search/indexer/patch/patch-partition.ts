/**
 * A merged partition brought up to date after few buckets have changed. Gives the very shards that `mergePartition` gives of all runs.
 *
 * Only the records of the terms that those buckets have, or had, are made anew, all others copied. Where articles have other ordinals
 * than before, all postings are written anew, but not the places: those are told apart by bucket.
 */

import { RunBook } from '../../analysis/stop-words.js'
import type { WordShardEntry } from '../../shards/manifest.js'
import { recordShardName } from '../../shards/vocabulary.js'
import type { ArchiveShape } from '../merge-partition.js'
import {
  cutTerms,
  type MadePartition,
  makeWordShards,
  type TermRecords,
  toShardTerms,
  type WordShardPlan,
} from '../word-shards.js'
import { type BucketChange, ChangedBucket } from './changed-bucket.js'
import { FormerWords } from './former-words.js'
import { type Part, TermPatcher } from './term-patcher.js'

export interface PatchInput {
  readonly partition: number
  /** What `mergePartition` said of it. */
  readonly entries: readonly WordShardEntry[]
  /** The bytes of a shard that it made. */
  readonly load: (name: string) => Uint8Array
  /** In the order of the buckets. */
  readonly changes: readonly BucketChange[]
  /** The archive as it was, and as it is now. */
  readonly before: ArchiveShape
  readonly after: ArchiveShape
}

/** Patches a partition. */
export async function patchPartition(input: PatchInput): Promise<MadePartition> {
  const { entries, load, before, after } = input
  const book = new RunBook()
  const parts = listParts(input)
  const affected = new Set(parts.flatMap((part) => (part instanceof ChangedBucket ? [...part.affected(book)] : [])))
  const isMoved = parts.some((part) => !(part instanceof ChangedBucket) && part.shift !== 0)
  if (affected.size === 0 && !isMoved) return { entries, files: [], kept: entries.flatMap(listShards) }
  const patcher = new TermPatcher({ parts, before, after, isMoved }, book)
  const terms = new PatchedTerms(
    entries.map((entry) => new FormerWords(entry, load)),
    patcher,
  )
  for (const term of affected) terms.patch(term)
  return makeWordShards(input.partition, terms.plan())
}

/** The names of a word shard and of its shards of postings and places. */
function listShards({ name, postings, places }: WordShardEntry): string[] {
  return [
    `words/${name}`,
    ...postings.map((_, i) => recordShardName(`terms/${name}`, i)),
    ...places.map((_, i) => recordShardName(`places/${name}`, i)),
  ]
}

/** The archive from beginning to end: changed buckets, and what lies between them. */
function listParts({ changes, before, after }: PatchInput): readonly Part[] {
  const parts: Part[] = []
  let [from, shift] = [0, 0]
  for (const change of changes) {
    const first = change.before?.base ?? (change.after?.base ?? 0) - shift
    const bucket = new ChangedBucket(change, first, { before, after })
    parts.push({ from, end: first, shift }, bucket)
    from = bucket.end
    shift += bucket.growth
  }
  return [...parts, { from, end: before.articleCount, shift }]
}

/** A term of before: its records are those of the word shard `words`, at `at`. */
interface FormerTerm {
  readonly term: string
  readonly words: FormerWords
  readonly at: number
}

/** A term that was not there. */
interface NewTerm {
  readonly term: string
  readonly records: TermRecords
}

/** The terms of a partition, some of them with other records than before. */
class PatchedTerms {
  private readonly former: readonly FormerWords[]
  private readonly patcher: TermPatcher
  /** For each of `former` the records of its patched terms; null: of a term that is in no article any more. */
  private readonly patched: readonly Map<number, TermRecords | null>[]
  private readonly added: NewTerm[] = []

  constructor(former: readonly FormerWords[], patcher: TermPatcher) {
    this.former = former
    this.patcher = patcher
    this.patched = former.map(() => new Map())
  }

  patch(term: string): void {
    for (const [i, words] of this.former.entries()) {
      const at = words.find(term)
      if (at === null) continue
      this.patched[i]?.set(at, this.patcher.patch(term, { words, at }))
      return
    }
    const records = this.patcher.patch(term, null)
    if (records !== null) this.added.push({ term, records })
  }

  /** The word shards as they are now. */
  plan(): readonly WordShardPlan[] {
    const isSameList = this.added.length === 0 && this.patched.every((own) => ![...own.values()].includes(null))
    if (isSameList)
      return this.former.map((words, i) => ({ terms: words.terms, recordsOf: (at) => this.recordsAt(i, words, at) }))
    return cutTerms(this.list()).map((own) => ({
      terms: toShardTerms(own.map(({ term }) => term)),
      recordsOf: (at) => this.recordsOf(own[at]),
    }))
  }

  /** All terms that are left, ascending. */
  private list(): readonly (FormerTerm | NewTerm)[] {
    const left = this.former.flatMap((words, i) =>
      Array.from({ length: words.count }, (_, at) => ({ term: words.termAt(at), words, at })).filter(
        ({ at }) => this.patched[i]?.get(at) !== null,
      ),
    )
    return [...left, ...this.added].sort((a, b) => (a.term < b.term ? -1 : 1))
  }

  private recordsOf(term: FormerTerm | NewTerm | undefined): TermRecords {
    if (term === undefined) throw new RangeError('Expected a term of the list')
    return 'records' in term ? term.records : this.recordsAt(this.former.indexOf(term.words), term.words, term.at)
  }

  private recordsAt(i: number, words: FormerWords, at: number): TermRecords {
    return this.patched[i]?.get(at) ?? this.patcher.copy({ words, at })
  }
}
