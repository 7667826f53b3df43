/** What is typed: no text fails, and a query says the same when it is written out clause by clause and read again. */
import * as assert from 'uvu/assert'
import { parseQueryString, toQueryString } from '../../../src/client/search/search-state.js'
import { FIELD_NAMES, SECTION_CODES } from '../../../src/search/fields.js'
import type { QueryClause } from '../../../src/search/query/clause.js'
import { parseArticleNumber } from '../../../src/search/query/jump.js'
import { parseQuery } from '../../../src/search/query/parse-query.js'
import { recognise } from '../../../src/search/query/recognise.js'
import { makeDocument, makeRequest, makeSearch } from '../../search/memory-index.js'
import type { Random } from '../random.js'
import type { Target } from '../target.js'

const WORDS = [
  'printer',
  'stops',
  'mfc42u.dll',
  '0x80004005',
  'c:\\windows\\system',
  'c++',
  'the',
  'e',
  'Q100001',
  'é',
  'ﬁ',
]
const OPERATORS = ['+', '-', '~', '^', ':', '*', '"', '\\', '~2', '^3', '^0', '^-1', '~999999999', '^1e999', '(', '“']
const NAMES = [...FIELD_NAMES, ...SECTION_CODES, 'in', 'fix', '__proto__', 'constructor'].map((name) => `${name}:`)
const BLANKS = [' ', ' ', ' ', '\t', '\n', '\r\n', '\u00a0', '\u3000', '\ud800', '\u202e', '\0']

export const query: Target = {
  name: 'query',
  isGuide: (file) => /\/src\/search\/|\/lunr\/|\/src\/client\/search-state/.test(file),
  seeds: () =>
    [
      'printer stops',
      '+printer -title:spool* fax~1 setup^3',
      '"blue screen" -title:"event log" in:resolution reboot cause:driver',
      'c:\\windows\\system32',
      'isinteg -pri -fix create-page-* product:exchange -smtp',
      'https://support.microsoft.com/kb/100001',
      'Event ID: 1309\n-Source: Queue\n+Error "10049"',
    ].map((text) => Buffer.from(text)),
  dictionary: [...WORDS, ...OPERATORS, ...NAMES, ...BLANKS],
  maxBytes: 20_000,
  generate: (random) => Buffer.from(random.list(14, () => randomPart(random)).join('')),
  check,
}

function randomPart(random: Random): string {
  return random.pick(random.pick([WORDS, WORDS, OPERATORS, NAMES, BLANKS]))
}

const documents = Array.from({ length: 40 }, (_, index) =>
  makeDocument(
    100_000 + index,
    `Printer ${index} stops`,
    `${WORDS.join(' ')} blue screen reboot driver ${'word '.repeat(index)}`,
    {
      sections: [
        { name: 'cause', start: 0 },
        { name: 'resolution', start: 20 },
      ],
    },
  ),
)
const search = await makeSearch(documents)

/** Bytes that are no UTF-8 stand for halves of characters, which can be typed too. */
function toText(bytes: Buffer): string {
  return bytes.toString('utf8').replaceAll('\ufffd', '\ud800')
}

async function check(bytes: Buffer): Promise<void> {
  const text = toText(bytes)
  const { clauses, phrases, isPaste } = parseQuery(text)
  for (const clause of clauses) checkClause(clause)
  assert.ok(clauses.filter(isPattern).length <= 8, 'many words with edits or wildcards')
  assert.ok(isPaste || clauses.length <= 80, 'many clauses')
  const limits = { limit: 50 }
  const found = await search.search(makeRequest(text, limits))
  assert.equal(await search.search(makeRequest(text, limits)), found, 'the same query finds something else')
  assert.ok(
    found.hits.every(({ score }) => Number.isFinite(score)),
    'a score is no number',
  )
  await search.search(makeRequest(text, { ...limits, isTyping: true }))
  recognise(text)
  parseArticleNumber(text)
  checkAddress(text)
  if (isPaste || phrases.length > 0) return
  const written = clauses.map(print).join(' ')
  const again = parseQuery(written)
  if (again.isPaste || !clauses.every(isPrintable)) return
  assert.equal(again.clauses, clauses, `\`${written}\` is read as something else`)
}

function isPattern({ term, editDistance, usePipeline }: QueryClause): boolean {
  return editDistance !== null || (!usePipeline && term.includes('*'))
}

function checkClause({ term, boost, editDistance, fields }: QueryClause): void {
  assert.ok(Number.isFinite(boost), 'a boost is no number')
  assert.ok(editDistance === null || (editDistance >= 0 && editDistance <= 2), 'many edits')
  assert.ok(fields.length > 0 && fields.every((field) => field >= 0 && field < FIELD_NAMES.length), 'an unknown field')
  assert.type(term, 'string')
}

const SIGNS = { optional: '', required: '+', prohibited: '-' } as const

/** A clause as a person would type it. */
function print({ term, fields, section, presence, editDistance, boost }: QueryClause): string {
  const scope =
    section === null ? (fields.length === 1 ? FIELD_NAMES[fields[0] ?? 0] : undefined) : SECTION_CODES[section]
  const edits = editDistance === null ? '' : `~${editDistance}`
  return `${SIGNS[presence]}${scope === undefined ? '' : `${scope}:`}${term}${edits}${boost === 1 ? '' : `^${boost}`}`
}

/** Terms of letters, digits and wildcards need no escape to be typed. */
function isPrintable({ term }: QueryClause): boolean {
  return /^[a-z0-9*]+$/.test(term)
}

/** The address bar keeps what was typed, up to its limit. */
function checkAddress(text: string): void {
  const state = parseQueryString(`?${text}`)
  assert.equal(parseQueryString(toQueryString(state)).filters, state.filters, 'the address loses a filter')
}
