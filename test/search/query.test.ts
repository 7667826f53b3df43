/** What is typed: Lunr's language, phrases, sections, and everything that Lunr's parser would throw at. */

import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parseQuery } from '../../src/search/query/parse-query.js'
import fc from '../support/property.js'
import { makeDocument, makeRequest, makeSearch } from './memory-index.js'

const test = suite('query')

const terms = (text: string) => parseQuery(text).clauses.map(({ term }) => term)

test('takes what Lunr would throw at as it stands', () => {
  assert.equal(terms('c:\\windows'), ['c:\\windows'])
  assert.equal(terms('foo:bar'), ['foo:bar'])
  assert.equal(terms('C++~'), ['c++~'])
})

test('keeps the backslashes of paths, which Lunr takes for escapes', () => {
  assert.equal(terms('HKEY_LOCAL_MACHINE\\System'), ['hkey_local_machine\\system'])
})

test('leaves out operators and wildcards alone, and says so', () => {
  for (const text of ['+', '~', '-', '^', ':', '"', '?', '--'])
    assert.equal(parseQuery(text).leftOut, [{ text, reason: 'sign' }])
  for (const text of ['*', '**', '+*', '-*']) assert.equal(parseQuery(text).leftOut, [{ text, reason: 'star' }])
})

test('leaves out a star alone between hyphens, and says so', () => {
  for (const [text, left] of [
    ['create-page-*', ['create', 'page']],
    ['*-page', ['page']],
    ['create-*-page', ['create', 'page']],
  ] as const) {
    const { clauses, leftOut, isPlain } = parseQuery(text)
    assert.equal(
      clauses.map(({ term }) => term),
      left,
    )
    assert.equal(leftOut, [{ text, reason: 'star' }])
    assert.ok(isPlain)
  }
  assert.equal(parseQuery('-create-*').excluded, [{ text: 'create-*', instead: 'create-*' }])
})

test('keeps stars at words and names', () => {
  for (const text of ['page*', '*.dll', 'w*s', 'title:*']) assert.equal(parseQuery(text).leftOut, [], text)
})

const EXCLUDED: readonly string[] = []

for (const text of [
  'isinteg -fix',
  'isinteg -pri -fix -test',
  'chkdsk -f',
  'eseutil -p',
  'regsvr32 -u',
  'error -5',
  '-1018',
  'ftp -s:',
  'ftp -s:script.txt',
  'setup -Q1',
  'Link.exe -subsystem',
]) {
  test(`searches for the switches and numbers of \`${text}\``, () => {
    const { clauses, excluded, isPlain } = parseQuery(text)
    assert.equal(
      clauses.map(({ term, presence }) => [term, presence]),
      text
        .toLowerCase()
        .split(' ')
        .map((word) => [word.replace(/^-/, ''), 'optional']),
    )
    assert.equal(excluded, EXCLUDED)
    assert.ok(isPlain)
  })
}

test('excludes longer words and phrases, and offers to search for each instead', () => {
  assert.equal(parseQuery('queue -smtp  "a b" -"blue screen"').excluded, [
    { text: 'smtp', instead: 'queue smtp  "a b" -"blue screen"' },
    { text: '"blue screen"', instead: 'queue -smtp  "a b" "blue screen"' },
  ])
  assert.equal(parseQuery('error -title:smtp -cause:driver').excluded, [
    { text: 'title:smtp', instead: 'error title:smtp -cause:driver' },
    { text: 'cause:driver', instead: 'error -title:smtp cause:driver' },
  ])
})

test('excludes a short word or a number in quotes', () => {
  assert.equal(parseQuery('windows -"nt"').excluded, [{ text: '"nt"', instead: 'windows "nt"' }])
})

test('requires a word with a field before it', () => {
  const presences = (text: string) => parseQuery(text).clauses.map(({ presence }) => presence)
  assert.equal(presences('product:exchange title:pop3 server'), ['required', 'required', 'optional'])
  assert.equal(presences('-title:pop3 in:title server'), ['prohibited', 'optional'])
})

test('does not take a dash between words for an exclusion', () => {
  assert.ok(parseQuery('error - cannot print').clauses.every(({ presence }) => presence === 'optional'))
})

test('takes a negative number for an error, and a quoted one after a minus for an exclusion', () => {
  const { clauses, isPlain } = parseQuery('-1018 eseutil')
  assert.equal(
    clauses.map(({ term, presence }) => [term, presence]),
    [
      ['1018', 'optional'],
      ['eseutil', 'optional'],
    ],
  )
  assert.ok(isPlain)
  assert.is(parseQuery('eseutil -"1018"').phrases[0]?.presence, 'prohibited')
})

test('reads phrases with a sign, a field or a section before them', () => {
  const { phrases } = parseQuery('-"blue screen" title:"event log" in:symptoms "no boot"')
  assert.equal(
    phrases.map(({ text, presence, fields, section }) => [text, presence, fields, section]),
    [
      ['blue screen', 'prohibited', [0, 1, 2, 3], null],
      ['event log', 'required', [0], null],
      ['no boot', 'required', [3], 1],
    ],
  )
})

test('takes a quote that nothing closes for no phrase', () => {
  const { phrases, clauses } = parseQuery('"blue screen')
  assert.is(phrases.length, 0)
  assert.is(clauses.length, 2)
})

test('narrows the words after `in:` to a section, and one word by a section before it', () => {
  const sections = (text: string) => parseQuery(text).clauses.map(({ section }) => section)
  assert.equal(sections('driver in:resolution reboot now'), [null, 3, 3])
  assert.equal(sections('cause:driver printer'), [2, null])
})

test('knows plain words from operators', () => {
  assert.ok(parseQuery('windows nt service').isPlain)
  for (const text of ['+windows', 'win*', 'title:nt', 'nt~1', 'nt^2']) assert.not(parseQuery(text).isPlain, text)
})

test('reads several lines as a paste, without operators', () => {
  const { isPaste, clauses } = parseQuery('Event ID: 1309\n-Source: Queue\n+Error "10049"')
  assert.ok(isPaste)
  assert.ok(clauses.every(({ presence }) => presence === 'optional'))
})

test('limits what would take for ever: many edits, very long words', () => {
  assert.is(parseQuery('printer~9').clauses[0]?.editDistance, 2)
  assert.is(parseQuery(`${'x'.repeat(200)}~2`).clauses[0]?.editDistance, null)
})

test('holds no more than eight words with edits or wildcards against all words, and says which are left out', () => {
  const { clauses, leftOut } = parseQuery('a~1 b~1 c* d* e~1 f~1 g~1 h~1 +i~1 j* plain')
  assert.equal(
    clauses.map(({ term }) => term),
    ['a', 'b', 'c*', 'd*', 'e', 'f', 'g', 'h', 'plain'],
  )
  assert.equal(
    leftOut.map(({ text, reason }) => [text, reason]),
    [
      ['i~1', 'many'],
      ['j*', 'many'],
    ],
  )
})

test('takes hundreds of clauses without a blank between them for a paste', () => {
  const { isPaste, clauses } = parseQuery('printer^2'.repeat(200))
  assert.ok(isPaste)
  assert.ok(clauses.every(({ boost }) => boost === 1))
})

const nasty = fc.array(
  fc.constantFrom(
    '+',
    '-',
    '~',
    '^',
    ':',
    '*',
    '"',
    '\\',
    ' ',
    '\n',
    'a',
    'printer',
    'in:',
    'title:',
    '0x',
    '\ud800',
    'é',
    '1',
  ),
  { maxLength: 30 },
)

test('no text makes a search fail', async () => {
  const search = await makeSearch([makeDocument(10_022, 'Printer stops', 'The printer stops at a print job.')])
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        nasty.map((parts) => parts.join('')),
        fc.string(),
        fc.string({ unit: 'binary' }),
      ),
      async (text) => {
        await search.search(makeRequest(text, { limit: 10 }))
        await search.search(makeRequest(text, { limit: 10, isTyping: true }))
      },
    ),
    { numRuns: 300 },
  )
})

test('a log of 10 KB is searched by its telling words', async () => {
  const search = await makeSearch([
    makeDocument(10_022, 'Printer stops', 'Spoolss.exe stops with 0xc0000005 at a job.'),
  ])
  const line = '2001-03-12 17:26:13 pid=74 module spoolss.exe (0xC0000005) ~~~ +++ "unclosed\n'
  const { hits } = await search.search(makeRequest(line.repeat(130)))
  assert.is(hits[0]?.id, 'Q10022')
})

test.run()
