/** What the search finds beyond Lunr: technical text, phrases, sections, filters, jumps, likelier words. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { createSearch } from '../../src/search/engine.js'
import type { SearchRequest } from '../../src/search/types.js'
import { makeCard, makeDocument, makeFiles, makeLoader, makeRequest, makeSearch } from './memory-index.js'

const NO_FILTERS = { product: [], type: [], year: [], issueType: [], filed: [] }

const test = suite('search')

const TEXTS: readonly (readonly [string, string])[] = [
  ['Setup fails', 'Copy mfc42.dll and mfc42u.dll to %windir%\\system32 again.'],
  ['Name lookup', 'The call of GetHostByName fails with error 10049.'],
  ['Provider error', 'The provider returns 0x80004005 (unspecified).'],
  ['Registry', 'Look under HKEY_LOCAL_MACHINE\\System\\CurrentControlSet\\Services for the value.'],
  ['Template bug', 'A template in C++ is not compiled.'],
  ['Large memory', 'Start with the /3GB switch, and edit AUTOEXEC.BAT as well.'],
  ['Event log', 'Event ID 1309 is written by kbWinNT400sp5fix machines; see Q10024.'],
  ['Blue screen', 'The computer shows a blue screen while it starts.'],
  ['Screen colour', 'The screen is blue, and the blue one is a screen saver.'],
]
const documents = TEXTS.map(([title, body], i) => makeDocument(10_022 + i, title, body))

async function idsOf(text: string, more: Partial<SearchRequest> = {}): Promise<readonly string[]> {
  const search = await makeSearch(documents)
  const { hits } = await search.search(makeRequest(text, more))
  return hits.map(({ id }) => id)
}

const FOUND_FIRST: readonly (readonly [string, string])[] = [
  ['mfc42.dll', 'Q10022'],
  ['mfc42u.dll', 'Q10022'],
  ['MFC42', 'Q10022'],
  ['%windir%\\system32', 'Q10022'],
  ['GetHostByName', 'Q10023'],
  ['10049', 'Q10023'],
  ['0x80004005', 'Q10024'],
  ['80004005', 'Q10024'],
  ['&H80004005', 'Q10024'],
  ['HKEY_LOCAL_MACHINE\\System\\CurrentControlSet', 'Q10025'],
  ['C++', 'Q10026'],
  ['/3GB', 'Q10027'],
  ['AUTOEXEC.BAT', 'Q10027'],
  ['Event ID 1309', 'Q10028'],
  ['kbWinNT400sp5fix', 'Q10028'],
]

for (const [text, id] of FOUND_FIRST) {
  test(`${text} is found`, async () => assert.is((await idsOf(text))[0], id))
}

test('every article is found by its own number, however it is written', async () => {
  for (const text of ['10026', 'Q10026', 'kb10026', '+q10026']) assert.equal(await idsOf(text), ['Q10026'], text)
  assert.equal((await idsOf('10024')).toSorted(), ['Q10024', 'Q10028'])
})

test('a phrase is its words in line', async () => {
  assert.equal((await idsOf('"blue screen"')).toSorted(), ['Q10029'])
  assert.equal(await idsOf('"screen blue"'), [])
  assert.equal((await idsOf('screen -"blue screen"')).toSorted(), ['Q10030'])
})

test('a phrase compares the stop words between its words', async () => {
  assert.equal(await idsOf('"screen is blue"'), ['Q10030'])
  assert.equal(await idsOf('"screen was blue"'), [])
  assert.equal(await idsOf('"screen blue and"'), [])
})

test('a section scope finds words in that section only', async () => {
  const body = 'The queue stops.\nRestart the spooler.\n'
  const sections = [
    { name: 'symptoms', start: 0 },
    { name: 'resolution', start: 17 },
  ] as const
  const search = await makeSearch([makeDocument(10_022, 'Queue', body, { sections })])
  const count = async (text: string) => (await search.search(makeRequest(text))).total
  assert.is(await count('in:resolution restart'), 1)
  assert.is(await count('in:symptoms restart'), 0)
  assert.is(await count('in:symptoms "queue stops"'), 1)
  assert.is(await count('in:resolution "queue stops"'), 0)
  assert.is(await count('symptoms:queue'), 1)
})

test('a product of an old address is looked for among the filing codes', async () => {
  const own = documents.slice(0, 2)
  const codes = ['winnt', 'iis']
  const cards = own.map((document, i) =>
    makeCard(document, {
      product: { code: codes[i] ?? '', name: `Product ${i}` },
      products: [{ value: 'iis', label: 'Internet Information Server' }],
    }),
  )
  const search = createSearch(makeLoader(await makeFiles(own, cards)))
  const count = async (product: string) =>
    (await search.search(makeRequest('', { filters: { ...NO_FILTERS, product: [product] } }))).total
  assert.equal([await count('winnt'), await count('iis'), await count('exchange')], [1, 2, 0])
})

test('filters combine, and facets count what the other filters leave', async () => {
  const products = ['winnt', 'winnt', 'exchange']
  const types = ['PRB', 'BUG', 'PRB']
  const own = documents.slice(0, 3)
  const cards = own.map((document, i) =>
    makeCard(document, {
      products: [{ value: products[i] ?? '', label: `Product ${products[i]}` }],
      type: types[i] ?? null,
      modified: `200${i}-01-31`,
      issueTypes: ['kbbug', 'kbprb'],
    }),
  )
  const search = createSearch(makeLoader(await makeFiles(own, cards)))
  const filters = { product: ['winnt'], type: ['PRB'], year: [], issueType: ['kbprb'], filed: [] }
  const { total, facets } = await search.search(makeRequest('', { filters }))
  assert.is(total, 1)
  assert.equal(
    facets.product.map(({ value, label, count }) => [value, label, count]),
    [
      ['winnt', 'Product winnt', 1],
      ['exchange', 'Product exchange', 1],
    ],
  )
  const { hits } = await search.search(makeRequest('', { sort: 'date' }))
  assert.equal(
    hits.map(({ id }) => id),
    ['Q10024', 'Q10023', 'Q10022'],
  )
  assert.equal(await search.cards([10_023, 99_999]), [cards[1], null])
})

test('an unknown word has a likelier one, in the form in which it was typed', async () => {
  const search = await makeSearch([makeDocument(10_022, 'Exchange', 'Exchange server stops. Exchange starts.')])
  const { suggestion, total } = await search.search(makeRequest('exchnage server'))
  assert.is(suggestion, 'exchange server')
  assert.is(total, 1)
})

for (const [typed, meant] of [
  ['problme', 'problem'],
  ['libary', 'library'],
  ['servces', 'services'],
  ['aplications', 'applications'],
  ['vioaltion', 'violation'],
])
  test(`a likelier word is one that somebody would write: ${meant} for ${typed}`, async () => {
    const search = await makeSearch([
      makeDocument(10_022, 'Words', 'Problem. Library. Services. Applications. Violation.'),
    ])
    assert.is((await search.search(makeRequest(`${typed} words`))).suggestion, `${meant} words`)
  })

test('where nothing has any of the words, the likelier ones are searched for', async () => {
  const search = await makeSearch([makeDocument(10_022, 'Exchange', 'Exchange server stops. Exchange starts.')])
  const { corrected, suggestion, total, marks } = await search.search(makeRequest('exchnage', { mayCorrect: true }))
  assert.equal([corrected, suggestion, total], ['exchange', null, 1])
  assert.ok(marks.includes('exchang'))
})

for (const text of ['+exchnage', '"exchnage"', 'title:exchnage', 'exchnag*', 'in:cause exchnage', 'exchnage server'])
  test(`words are not replaced where an operator is used or one of them is known: ${text}`, async () => {
    const search = await makeSearch([makeDocument(10_022, 'Exchange', 'Exchange server stops. Exchange starts.')])
    assert.is((await search.search(makeRequest(text, { mayCorrect: true }))).corrected, null)
  })

test('words are searched for as they stand unless the request is of a person', async () => {
  const search = await makeSearch([makeDocument(10_022, 'Exchange', 'Exchange server stops. Exchange starts.')])
  const { corrected, suggestion, total } = await search.search(makeRequest('exchnage'))
  assert.equal([corrected, suggestion, total], [null, 'exchange', 0])
})

test('one bad word among good ones is repaired: what has the likelier word comes first', async () => {
  const search = await makeSearch([
    makeDocument(10_022, 'Queue', 'The queue of a server.'),
    makeDocument(10_023, 'Queue', 'The printer queue of a server. A printer.'),
    makeDocument(10_024, 'Other', 'Another printer.'),
  ])
  const { corrected, hits } = await search.search(makeRequest('pritner queue of the server', { mayCorrect: true }))
  assert.is(corrected, null)
  assert.is(hits[0]?.id, 'Q10023')
})

test('what is left out is said, with why', async () => {
  const search = await makeSearch(documents)
  assert.equal((await search.search(makeRequest('the screen'))).leftOut, [{ text: 'the', reason: 'stop-word' }])
})

test('an unfinished word finds what begins with it', async () => {
  assert.equal(await idsOf('gethostby', { isTyping: true }), ['Q10023'])
  assert.equal(await idsOf('gethostby'), [])
})

test('a part of a name finds the names that have it', async () => {
  const texts = ['The constant COMPILE_PAGE_AND_ID.', 'GetHostByName fails.', 'A page that is compiled.']
  const search = await makeSearch(texts.map((body, i) => makeDocument(10_022 + i, 'Note', body)))
  const find = async (text: string) =>
    (await search.search(makeRequest(text, { mayCorrect: true }))).hits.map(({ id }) => id)
  assert.equal(await find('compile_page'), ['Q10022'])
  assert.equal(await find('PAGE_AND_ID'), ['Q10022'])
  assert.equal(await find('GetHost'), ['Q10023'])
})

test('a word that is being typed is not corrected where it begins a word', async () => {
  for (const text of ['gethostb', 'registry curr', 'blue scree']) {
    const search = await makeSearch(documents)
    const { hits, suggestion, corrected } = await search.search(makeRequest(text, { isTyping: true, mayCorrect: true }))
    assert.ok(hits.length > 0, text)
    assert.equal([suggestion, corrected], [null, null], text)
  }
})

test('a word with a blank after it is finished', async () => {
  assert.equal(await idsOf('gethostby ', { isTyping: true }), [])
})

test('a shard of another build is noticed, and the search goes on', async () => {
  const files = await makeFiles(documents)
  const broken = files.map((file) =>
    file.name.startsWith('terms/') ? { ...file, bytes: files[0]?.bytes ?? file.bytes } : file,
  )
  const search = createSearch(makeLoader(broken))
  await search.search(makeRequest('screen'))
  assert.ok(search.takeFaults().length > 0)
})

test('an archive that is built anew while it is searched is searched as it is now', async () => {
  const newcomer = makeDocument(10_040, 'Newcomer', 'The newcomer has a screen of its own.')
  const after = await makeFiles([...documents.slice(1), newcomer])
  let files = await makeFiles(documents)
  const search = createSearch({ load: (name, stamp) => makeLoader(files).load(name, stamp) })
  await search.search(makeRequest('blue'))
  files = after
  const { hits } = await search.search(makeRequest('screen newcomer'))
  assert.ok(hits.some(({ number }) => number === newcomer.number))
  assert.not.ok(hits.some(({ number }) => number === documents[0]?.number))
  assert.equal(search.takeFaults(), [])
})

test('the article that a query names is offered with its title, neighbours of a missing one with theirs', async () => {
  const search = await makeSearch(documents)
  const { jump } = await search.search(makeRequest('see Q10026 for details'))
  assert.equal(jump, { id: 'Q10026', title: 'Template bug', exists: true, near: [] })
  const missing = (await search.search(makeRequest('Q10062'))).jump
  assert.is(missing?.exists, false)
  assert.equal(missing?.near[0], { id: 'Q10026', title: 'Template bug' })
})

test('letters with accents are found without them, and the other way round, before any spelling help', async () => {
  const search = await makeSearch([
    makeDocument(10_022, 'Café', 'In der Straße von Ångström.'),
    makeDocument(10_023, 'Cafe', 'Strasse, Angstrom.'),
  ])
  for (const text of ['cafe', 'café', 'CAFÉ', 'strasse', 'Straße', 'Angstrom', 'Ångström', 'caf*', 'Stra\u00df*']) {
    const { total, suggestion } = await search.search(makeRequest(text))
    assert.equal([total, suggestion], [2, null], text)
  }
})

test('a star finds words as written', async () => {
  const texts = ['The service is installed.', 'A registry of files.', 'While printing.', 'Event sourcing.']
  const search = await makeSearch(texts.map((body, i) => makeDocument(10_022 + i, 'Note', body)))
  for (const [text, id] of [
    ['service*', 'Q10022'],
    ['install*', 'Q10022'],
    ['installa*', 'Q10022'],
    ['registry*', 'Q10023'],
    ['files*', 'Q10023'],
    ['printing*', 'Q10024'],
    ['event sourcing*', 'Q10025'],
  ] as const)
    assert.is((await search.search(makeRequest(text))).hits[0]?.id, id, text)
})

test('a search loads only what it needs', async () => {
  const loaded: string[] = []
  const search = createSearch(makeLoader(await makeFiles(documents), loaded))
  await search.search(makeRequest('screen'))
  assert.is(loaded.filter((name) => name.startsWith('places/') || name.startsWith('cards/')).length, 0)
  assert.is(loaded.filter((name) => name.startsWith('terms/')).length, 1)
})

test('being prepared changes no answer', async () => {
  const [plain, prepared] = [await makeSearch(documents), await makeSearch(documents)]
  await prepared.prepare()
  const request = makeRequest('blue screen +starts')
  assert.equal(await prepared.search(request), await plain.search(request))
})

test.run()
