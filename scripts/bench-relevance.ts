/**
 * `npm run bench:relevance [SITE]`: measures how well known-item searches find their articles, in a built site of the
 * whole corpus.
 *
 * Each search was written from the content of one article, in other words than those of its title. `tuned.json` and
 * `later-tuned.json` were used to tune the ranking; only the figures of the other sets are unbiased. `real-pairs.jsonl`
 * has searches of people who then cited the article; it is not in the repository, and is skipped if missing. Articles
 * that the site lacks are skipped and counted.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createSearch, type Search } from '../src/search/engine.js'
import { createDiskShardLoader } from '../src/site/disk-shard-loader.js'

interface KnownItem {
  readonly query: string
  readonly expected: string
}

/** The sets of searches. `later-*` were written for a second tuning, from articles chosen at random. */
const SETS = ['tuned', 'unseen', 'later-tuned', 'later-unseen']
const REAL_PAIRS = fileURLToPath(new URL('../../shared/relevance/real-pairs.jsonl', import.meta.url))
/** The lowest rank at which an article counts as found. */
const DEEPEST = 100
const NO_FILTERS = { product: [], type: [], year: [], issueType: [], filed: [] }

const [site = join('dist', 'site'), verbose] = process.argv.slice(2)
const search = createSearch(createDiskShardLoader(site))
for (const [set, items] of readSets()) process.stdout.write(`${set.padEnd(14)}${await measure(search, items)}\n`)

function readSets(): readonly (readonly [name: string, items: readonly KnownItem[]])[] {
  const own = SETS.map((set) => {
    const file = new URL(`../test/search/relevance/${set}.json`, import.meta.url)
    return [set, JSON.parse(readFileSync(file, 'utf8'))] as const
  })
  return existsSync(REAL_PAIRS) ? [...own, ['real', readPairs(readFileSync(REAL_PAIRS, 'utf8'))]] : own
}

function readPairs(text: string): readonly KnownItem[] {
  const pairs = text.split('\n').filter((line) => line !== '')
  return pairs.map((line) => {
    const { query, id }: { readonly query: string; readonly id: string } = JSON.parse(line)
    return { query, expected: id }
  })
}

/**
 * Runs the searches; returns a line with mean reciprocal rank, and the shares found in the first ten and as the first.
 */
async function measure(search: Search, items: readonly KnownItem[]): Promise<string> {
  const cards = await search.cards(items.map(({ expected }) => Number(expected.slice(1))))
  const known = items.filter((_, i) => cards[i] !== null)
  const ranks: number[] = []
  for (const item of known) ranks.push(await rankOf(search, item))
  const share = (isGood: (rank: number) => boolean) => (ranks.filter(isGood).length / ranks.length).toFixed(3)
  const reciprocal = ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length
  const left = items.length - known.length
  return [
    `searches ${known.length}${left === 0 ? '' : ` (${left} left out: not in this site)`}`,
    `MRR ${reciprocal.toFixed(3)}`,
    `recall@10 ${share((rank) => rank <= 10)}`,
    `first ${share((rank) => rank === 1)}`,
  ].join('  ')
}

async function rankOf(search: Search, { query, expected }: KnownItem): Promise<number> {
  const { hits } = await search.search({
    text: query,
    filters: NO_FILTERS,
    sort: 'relevance',
    offset: 0,
    limit: DEEPEST,
  })
  const at = hits.findIndex(({ id }) => id === expected)
  const rank = at < 0 ? Number.POSITIVE_INFINITY : at + 1
  if (verbose !== undefined && rank > 1) process.stdout.write(`  ${rank}  ${expected}  ${query}\n`)
  return rank
}
