/**
 * `npm run bench:relevance [SITE]`: how well known-item searches find their articles, in a built site of the whole corpus.
 *
 * Each search was written from one article's content, in other words than its title's. `tuned.json` and `later-tuned.json`
 * were looked at while ranking was tuned, the others were not: only their figures say something. Articles that the site lacks are left out and counted.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSearch, type Search } from '../src/search/engine.js'
import { createDiskShardLoader } from '../src/site/disk-shard-loader.js'

interface KnownItem {
  readonly query: string
  readonly expected: string
}

/** `later-*`: written afterwards, over other articles chosen by chance, before anything was tuned again. */
const SETS = ['tuned', 'unseen', 'later-tuned', 'later-unseen']
/** An article below this rank counts as not found. */
const DEEPEST = 100
const NO_FILTERS = { product: [], type: [], year: [], issueType: [] }

const site = process.argv[2] ?? join('dist', 'site')
const search = createSearch(createDiskShardLoader(site))
for (const set of SETS) {
  const file = new URL(`../test/search/relevance/${set}.json`, import.meta.url)
  const items: readonly KnownItem[] = JSON.parse(readFileSync(file, 'utf8'))
  process.stdout.write(`${set.padEnd(14)}${await measure(search, items)}\n`)
}

/** One line: mean reciprocal rank, and the share found among the first ten and as the first. */
async function measure(search: Search, items: readonly KnownItem[]): Promise<string> {
  const cards = await search.cards(items.map(({ expected }) => Number(expected.slice(1))))
  const known = items.filter((_, i) => cards[i] !== null)
  const ranks = await Promise.all(known.map((item) => rankOf(search, item)))
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
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1
}
