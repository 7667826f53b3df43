// node examples/search.mjs SITE WORD...
// Prints the ten best hits of a query in a built site.
import { createDiskShardLoader, createSearch } from 'kb-archive'

const [site = 'dist/site', ...words] = process.argv.slice(2)
const archive = createSearch(createDiskShardLoader(site))
const { total, hits } = await archive.search({
  text: words.join(' '),
  filters: { product: [], type: [], year: [], issueType: [], filed: [] },
  sort: 'relevance',
  offset: 0,
  limit: 10,
})
const cards = await archive.cards(hits.map(({ number }) => number))
console.log(`${total} articles`)
for (const card of cards) if (card !== null) console.log(`${card.id}  ${card.title}`)
