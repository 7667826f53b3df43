/** `kb search`: the search of the site in the terminal, with the same code and shards as in the browser. */
import { join } from 'node:path'
import { KbError } from '../kb-error.js'
import { createSearch, type Search } from '../search/engine.js'
import type { FilterName, NamedArticle, SearchCard, SearchHit, SearchRequest, SearchResult } from '../search/types.js'
import { createDiskShardLoader } from '../site/disk-shard-loader.js'
import { readArticle } from '../site/read-article.js'
import { findDataFolder } from '../site/read-articles.js'
import { type Arguments, type Command, hasFlag, type Io, textFlag } from './command.js'
import { toFilterValues } from './search/filter-flags.js'
import { type ShownHit, toHitText } from './search/hit-text.js'
import { coloursOf, columnsOf, toTerminalJson, toTerminalLine, toTerminalText } from './terminal/terminal-text.js'

const DEFAULT_LIMIT = 10

export const command: Command = {
  usage:
    'QUERY [--site DIR] [--limit N] [--product CODE] [--type TYPE] [--year YEAR] [--sort ORDER] [--literal] [--json]',
  options: {
    site: { type: 'string', value: 'DIR', help: 'the built site (default dist/site)' },
    limit: { type: 'string', value: 'N', help: `how many hits to print (default ${DEFAULT_LIMIT})` },
    product: {
      type: 'string',
      value: 'CODE',
      multiple: true,
      help: 'only this product, such as winnt; may be repeated',
    },
    type: { type: 'string', value: 'TYPE', multiple: true, help: 'only this type, such as PRB; may be repeated' },
    year: {
      type: 'string',
      value: 'YEAR',
      multiple: true,
      help: 'only articles changed in this year; may be repeated',
    },
    sort: { type: 'string', value: 'ORDER', help: 'relevance (default), or date: the newest first' },
    literal: { type: 'boolean', help: 'no other spelling where nothing has any of the words' },
    json: { type: 'boolean', help: 'print [{"id","score","title"}]; words as they are' },
  },
  maxPositionals: Number.POSITIVE_INFINITY,
  takesMinusWords: true,
  async run(given: Arguments, io: Io): Promise<number> {
    const site = textFlag(given, 'site') ?? join('dist', 'site')
    const search = createSearch(createDiskShardLoader(site))
    const request = await toRequest(given, search)
    const result = await search.search(request)
    const cards = await search.cards(result.hits.map((hit) => hit.number))
    for (const fault of search.takeFaults()) io.stderr.write(`kb: ${fault}. Hits may be missing.\n`)
    if (hasFlag(given, 'json')) io.stdout.write(toJson(result.hits, cards))
    else io.stdout.write(toText(request, result, await toShownHits(site, result.hits, cards), io))
    return 0
  },
}

async function toRequest(given: Arguments, search: Search): Promise<SearchRequest> {
  const text = given.positionals.join(' ').trim()
  if (text === '')
    throw new KbError('usage', 'Expected words to search for, found none', {
      hint: `Usage: kb search ${command.usage}`,
      exitCode: 2,
    })
  const valuesOf = (name: FilterName) => toFilterValues(search, name, textFlags(given, name))
  const limit = readLimit(textFlag(given, 'limit'))
  const sort = readSort(textFlag(given, 'sort'))
  const [product, type, year] = [await valuesOf('product'), await valuesOf('type'), await valuesOf('year')]
  return {
    text,
    filters: { product, type, year, issueType: [], filed: [] },
    sort,
    offset: 0,
    limit,
    mayCorrect: !hasFlag(given, 'literal') && !hasFlag(given, 'json'),
  }
}

function textFlags(given: Arguments, name: string): readonly string[] {
  const values = given.values[name]
  return Array.isArray(values) ? values.map(String) : []
}

const POSITIVE = /^[1-9]\d{0,8}$/

function readLimit(text: string | null): number {
  if (text === null) return DEFAULT_LIMIT
  if (POSITIVE.test(text)) return Number(text)
  throw new KbError('usage', `Expected a number above 0 after --limit, found \`${text}\``, { exitCode: 2 })
}

function toJson(hits: readonly SearchHit[], cards: readonly (SearchCard | null)[]): string {
  return `${toTerminalJson(hits.map(({ id, score }, i) => ({ id, score, title: cards[i]?.title ?? '' })))}\n`
}

function readSort(text: string | null): SearchRequest['sort'] {
  if (text === null || text === 'relevance') return 'relevance'
  if (text === 'date') return 'date'
  throw new KbError('usage', `Expected relevance or date after --sort, found \`${text}\``, { exitCode: 2 })
}

/** Joins hits with their cards, and with their articles if the data is beside the site. */
function toShownHits(
  site: string,
  hits: readonly SearchHit[],
  cards: readonly (SearchCard | null)[],
): Promise<readonly ShownHit[]> {
  const data = findDataFolder(site)
  return Promise.all(
    hits.map(async (hit, i) => ({ hit, card: cards[i] ?? null, article: await readArticle(data, hit.number) })),
  )
}

/** Formats hits for readers, below notices about the query. */
function toText(request: SearchRequest, result: SearchResult, shown: readonly ShownHit[], io: Io): string {
  const colours = coloursOf(io)
  const style = { words: result.words, colours, columns: columnsOf(io) }
  const hits = shown.map((hit) => toHitText(hit, style))
  return [...noticesOf(request, result), '', ...hits, colours.faint(countsOf(result)), ''].join('\n').replace(/^\n/, '')
}

/** `12 articles with all words, 46024 with some, the first 10` */
function countsOf({ withAll, withSome, total, hits }: SearchResult): string {
  const some = `${withSome} ${withSome === 1 ? 'article' : 'articles'}`
  const isSplit = withAll > 0 && withAll < withSome
  const counts = isSplit
    ? `${withAll} ${withAll === 1 ? 'article' : 'articles'} with all words, ${withSome} with some`
    : some
  return hits.length < total ? `${counts}, the first ${hits.length}` : counts
}

function toName({ id, title }: NamedArticle): string {
  return toTerminalLine(title === null ? id : `${id} ${title}`)
}

function noticesOf(request: SearchRequest, result: SearchResult): readonly string[] {
  const { jump, suggestion, corrected, leftOut, excluded, total } = result
  const notices: string[] = []
  if (jump?.exists === true) notices.push(`${jump.id} is an article: kb show ${jump.id}`, `  ${toName(jump)}`)
  else if (jump !== null)
    notices.push(`${jump.id} is not in this archive. Near:`, ...jump.near.map((near) => `  ${toName(near)}`))
  if (corrected !== null) {
    const asked = toTerminalText(request.text)
    notices.push(`Showing results for: ${toTerminalText(corrected)} (nothing has: ${asked}; --literal searches for it)`)
  }
  if (suggestion !== null) notices.push(`Did you mean: ${toTerminalText(suggestion)}`)
  if (leftOut.length > 0) notices.push(`Left out: ${toTerminalText(leftOut.map(({ text }) => text).join(' '))}`)
  for (const { text, instead } of excluded)
    notices.push(toTerminalLine(`Excluded: ${text}. To search for it: kb search '${instead}'`))
  if (total === 0) notices.push(`Nothing found for: ${toTerminalText(request.text)}`)
  return notices
}
