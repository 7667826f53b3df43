/**
 * Partitions: the fixed ranges of terms in which the index is merged. Partition 3: from `3.6` to before `5.1`.
 *
 * They are fixed so that buckets can be indexed one by one and partitions merged in parallel, and so that an edited
 * article touches only the shards of its own words. They have about the same number of postings and places in real
 * articles.
 */
import { lastAtMost } from '../arrays/binary-search.js'

/** The first term that may be in each partition, in ascending (UTF-16) order. */
const FIRST_TERMS: readonly string[] = [
  ...['', '1.', '2.', '3.6', '5.1', '95.', 'adn', 'ar', 'bat', 'bug', 'chb', 'cn', 'coo', 'cus', 'deu', 'dof', 'emr'],
  ...['exd', 'fim', 'foo', 'gul', 'ie', 'int', 'kbj', 'kf', 'lod', 'mas', 'mid', 'mos', 'neu', 'nou', 'olf', 'pap'],
  ...['ppe', 'prp', 'q26', 'reh', 'rop', 'sem', 'seu', 'som', 'sts', 'ted', 'thr', 'unt', 'ves', 'wfx', 'wip'],
]

export const PARTITION_COUNT = FIRST_TERMS.length

/** The partition of a term. */
export function partitionOf(term: string): number {
  return lastAtMost(FIRST_TERMS, term)
}
