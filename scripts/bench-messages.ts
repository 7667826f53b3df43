/**
 * `npm run bench:messages [SITE [SEED [COUNT]]]`: measures how well copied or half-typed texts find their articles. The
 * searches are drawn at random, by the seed, from the data beside the site:
 *
 *     messages   the first half of a quotation of 5 to 12 words after "error", "message" or "warning"
 *     events     an event as the Event Viewer copies it, with the source, id and description from an article
 *     titles     the first 60 % of a title
 *
 * A hit is good if it has the text word for word. The rank of the article that the text is from is printed as well.
 */
import { join } from 'node:path'
import { toSearchDocument } from '../src/search/analysis/documents.js'
import { createSearch } from '../src/search/engine.js'
import { createDiskShardLoader } from '../src/site/disk-shard-loader.js'
import { findDataFolder, readArticles } from '../src/site/read-articles.js'
import { Random } from '../test/fuzz/random.js'

/** A search, the text that a good hit contains, and the article that both are from. */
interface Sample {
  readonly query: string
  readonly text: string
  readonly id: string
}

const [site = join('dist', 'site'), seed = '1', count = '200', verbose] = process.argv.slice(2)
const COUNT = Number(count)
const FIRST_HITS = 5
const DEEPEST = 100

/** `the error message "Cannot open file"`, `the following warning: "..."`; the first group is the quotation. */
const QUOTED =
  /(?:error messages?|message|error|warning)(?: [a-z]{1,12}){0,4}[:,]?[ \n]{1,3}["“]([^"“”\n]{15,160})["”]/gi
const MESSAGE_WORDS = { least: 5, most: 12 }

/** The fields of an event in an article's text. */
const EVENT_ID = /\bEvent ID\s{0,3}:\s{0,9}(\d{1,5})\b/i
const EVENT_SOURCE = /\bSource\s{0,3}:\s{0,9}([^\n]{2,40})/i
const EVENT_DESCRIPTION = /\bDescription\s{0,3}:\s{0,9}([^\n]{30,400})/i
/** Words of a description that a good hit must have. */
const DESCRIPTION_WORDS = 8

/** Least words of a title, and the share of them that is searched for. */
const TITLE_WORDS = 4
const TITLE_SHARE = 0.6

const texts = new Map<string, string>()
const samples = { messages: [] as Sample[], events: [] as Sample[], titles: [] as Sample[] }
for await (const article of readArticles(findDataFolder(site))) {
  const { id, title } = article
  const { body } = toSearchDocument(article).fields
  texts.set(id, ` ${toPlain(title)} ${toPlain(body)} `)
  for (const text of findMessages(body)) samples.messages.push({ query: text, text, id })
  const event = findEvent(body)
  if (event !== null) samples.events.push({ ...event, id })
  const half = firstWords(title, TITLE_SHARE)
  if (title.split(/\s+/).length >= TITLE_WORDS) samples.titles.push({ query: half, text: half, id })
}

const random = new Random(Number(seed))
const search = createSearch(createDiskShardLoader(site))
process.stdout.write(`seed ${seed}\n`)
for (const [name, all] of Object.entries(samples)) {
  const drawn = Array.from({ length: Math.min(COUNT, all.length) }, () => random.pick(all))
  process.stdout.write(`${name.padEnd(9)} ${await measure(name, drawn)}\n`)
}

/** A text in lower case, with a single space between words of letters and digits. */
function toPlain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function findMessages(body: string): readonly string[] {
  return [...body.matchAll(QUOTED)]
    .map(([, text = '']) => text.trim())
    .filter((text) => {
      const { length } = text.split(/\s+/)
      return length >= MESSAGE_WORDS.least && length <= MESSAGE_WORDS.most
    })
    .map((text) => firstWords(text, 1 / 2))
}

/** The first words of a text: `share` of all its words, rounded up. */
function firstWords(text: string, share: number): string {
  const words = text.trim().split(/\s+/)
  return words.slice(0, Math.ceil(words.length * share)).join(' ')
}

function findEvent(body: string): Omit<Sample, 'id'> | null {
  const [, id] = EVENT_ID.exec(body) ?? []
  const [, source] = EVENT_SOURCE.exec(body) ?? []
  const [, description] = EVENT_DESCRIPTION.exec(body) ?? []
  if (id === undefined || source === undefined || description === undefined) return null
  const query = [
    'Event Type:\tError',
    `Event Source:\t${source.trim()}`,
    'Event Category:\tNone',
    `Event ID:\t${id}`,
    'Date:\t\t7/14/2000',
    'Time:\t\t10:22:37 AM',
    'User:\t\tN/A',
    'Computer:\tCONTOSO-SRV01',
    'Description:',
    description.trim(),
  ].join('\n')
  return { query, text: description.trim().split(/\s+/).slice(0, DESCRIPTION_WORDS).join(' ') }
}

/** Searches for each sample; returns a line with the results. */
async function measure(name: string, drawn: readonly Sample[]): Promise<string> {
  let [ownFirst, hasFirst, none, reciprocal] = [0, 0, 0, 0]
  for (const { query, text, id } of drawn) {
    const filters = { product: [], type: [], year: [], issueType: [], filed: [] }
    const { hits } = await search.search({ text: query, filters, sort: 'relevance', offset: 0, limit: DEEPEST })
    const sought = ` ${toPlain(text)} `
    const isGood = hits.slice(0, FIRST_HITS).map((hit) => texts.get(hit.id)?.includes(sought) === true)
    const rank = 1 + hits.findIndex((hit) => hit.id === id)
    if (rank === 1) ownFirst += 1
    if (isGood[0] === true) hasFirst += 1
    if (!isGood.includes(true)) none += 1
    if (rank > 0) reciprocal += 1 / rank
    if (verbose === name && isGood[0] !== true) process.stdout.write(`  ${rank} ${id} ${JSON.stringify(query)}\n`)
  }
  const share = (part: number) => `${((100 * part) / drawn.length).toFixed(1)} %`
  return [
    `${drawn.length} searches`,
    `first hit has it ${share(hasFirst)}`,
    `none of five has it ${share(none)}`,
    `own article first ${share(ownFirst)}`,
    `MRR ${(reciprocal / drawn.length).toFixed(3)}`,
  ].join('  ')
}
