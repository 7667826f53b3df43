/** `kb search`: the search of the browser, in the terminal, on the same shards. */
import { join } from 'node:path'
import { KbError } from '../kb-error.js'
import { createSearch } from '../search/engine.js'
import type { SearchCard, SearchHit, SearchRequest, SearchResult } from '../search/types.js'
import { createDiskShardLoader } from '../site/disk-shard-loader.js'
import { type Arguments, type Command, hasFlag, type Io, textFlag } from './command.js'
import { type Colours, coloursOf, columnsOf, toTerminalJson, toTerminalText } from './terminal-text.js'

const DEFAULT_LIMIT = 10

export const command: Command = {
  usage: 'QUERY [--site DIR] [--limit N] [--product CODE] [--type TYPE] [--literal] [--json]',
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
    literal: { type: 'boolean', help: 'no other spelling where nothing has any of the words' },
    json: { type: 'boolean', help: 'print [{"id","score","title"}]; words as they are' },
  },
  maxPositionals: Number.POSITIVE_INFINITY,
  async run(given: Arguments, io: Io): Promise<number> {
    const search = createSearch(createDiskShardLoader(textFlag(given, 'site') ?? join('dist', 'site')))
    const request = toRequest(given)
    const result = await search.search(request)
    const cards = await search.cards(result.hits.map((hit) => hit.number))
    for (const fault of search.takeFaults()) io.stderr.write(`kb: ${fault}. Hits may be missing.\n`)
    io.stdout.write(hasFlag(given, 'json') ? toJson(result.hits, cards) : toText(request, result, cards, io))
    return 0
  },
}

function toRequest(given: Arguments): SearchRequest {
  const text = given.positionals.join(' ').trim()
  if (text === '')
    throw new KbError('usage', 'Expected words to search for, found none', {
      hint: `Usage: kb search ${command.usage}`,
      exitCode: 2,
    })
  const filters = { product: textFlags(given, 'product'), type: textFlags(given, 'type'), year: [], issueType: [] }
  const limit = readLimit(textFlag(given, 'limit'))
  return {
    text,
    filters,
    sort: 'relevance',
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

/** Hits for people, and above them what else there is to say. */
function toText(request: SearchRequest, result: SearchResult, cards: readonly (SearchCard | null)[], io: Io): string {
  const colours = coloursOf(io)
  const hits = result.hits.map((hit, i) => toHitLines(hit, cards[i] ?? null, colours, columnsOf(io)))
  const count = `${result.total} ${result.total === 1 ? 'article' : 'articles'}`
  const shown = result.hits.length < result.total ? `, the first ${result.hits.length}` : ''
  return [...noticesOf(request, result), '', ...hits, colours.faint(`${count}${shown}`), '']
    .join('\n')
    .replace(/^\n/, '')
}

function noticesOf(request: SearchRequest, result: SearchResult): readonly string[] {
  const { jump, suggestion, corrected, leftOut, total } = result
  const notices: string[] = []
  if (jump?.exists === true) notices.push(`${jump.id} is an article: kb show ${jump.id}`)
  else if (jump !== null)
    notices.push(`${jump.id} is not in this archive. Near: ${jump.near.map(({ id }) => id).join(', ')}`)
  if (corrected !== null) {
    const asked = toTerminalText(request.text)
    notices.push(`Showing results for: ${toTerminalText(corrected)} (nothing has: ${asked}; --literal searches for it)`)
  }
  if (suggestion !== null) notices.push(`Did you mean: ${toTerminalText(suggestion)}`)
  if (leftOut.length > 0) notices.push(`Left out: ${toTerminalText(leftOut.map(({ text }) => text).join(' '))}`)
  if (total === 0) notices.push(`Nothing found for: ${toTerminalText(request.text)}`)
  return notices
}

function toHitLines(hit: SearchHit, card: SearchCard | null, colours: Colours, columns: number): string {
  const id = hit.id.padEnd(8)
  const margin = ' '.repeat(id.length + 1)
  const fit = (text: string) => cut(toTerminalText(text), columns - margin.length)
  const facts = [card?.product.code ?? card?.product.name, card?.type, card?.modified].filter(Boolean).join('  ')
  const lines = [`${colours.marked(id)} ${colours.strong(fit(card?.title ?? ''))}`]
  if (card !== null) lines.push(margin + colours.faint(fit(facts)))
  if (card !== null && card.summary !== '') lines.push(margin + fit(card.summary))
  return `${lines.join('\n')}\n`
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 3)}...`
}
