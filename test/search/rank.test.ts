/** The order of hits for plain words: what counts for a word besides the word itself. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { makeDocument, makeRequest, makeSearch, scoresOf } from './memory-index.js'

const test = suite('rank')

/** Ids in the order of the hits, among articles that say nothing to the matter. */
async function orderOf(texts: readonly string[], query: string): Promise<readonly string[]> {
  const others = Array.from({ length: 20 }, (_, i) => `Nothing about it, number ${i}.`)
  const documents = [...texts, ...others].map((text, i) => makeDocument(10_022 + i, 'Spooler', text))
  const { hits } = await (await makeSearch(documents)).search(makeRequest(query))
  return hits.map(({ id }) => id).slice(0, texts.length)
}

test('an article with more of the words comes before one that repeats a word', async () => {
  assert.equal(await orderOf(['The queue queue queue is full.', 'The queue loses a job.'], 'queue job'), [
    'Q10023',
    'Q10022',
  ])
})

test('a synonym counts, in one word or in several', async () => {
  const texts = ['The spooler waits for paper.', 'The spooler hangs.', 'The spooler stops responding.']
  const order = await orderOf(texts, 'spooler freezes')
  assert.is(order.at(-1), 'Q10022')
})

test('a phrase counts for a word only where all of it is', async () => {
  const texts = ['The spooler stops at noon.', 'The spooler stops responding at noon.']
  assert.equal(await orderOf(texts, 'spooler freezes'), ['Q10023', 'Q10022'])
})

test('the word itself counts for more than its synonym', async () => {
  assert.equal(await orderOf(['The spooler hangs.', 'The spooler freezes.'], 'spooler freezes'), ['Q10023', 'Q10022'])
})

test('two words count where they are written in one', async () => {
  assert.equal(await orderOf(['The spooler fails to start.', 'The spooler has failover.'], 'spooler fail over'), [
    'Q10023',
    'Q10022',
  ])
})

test('a likely spelling counts, nearly as much as the word', async () => {
  assert.equal(await orderOf(['The spooler waits.', 'The spooler crashes.'], 'spooler crahses'), ['Q10023', 'Q10022'])
})

test('what stands for a word changes the order, not what is found nor its score', async () => {
  const search = await makeSearch([
    makeDocument(10_022, 'Spooler', 'It freezes.'),
    makeDocument(10_023, 'Printer', 'It hangs.'),
  ])
  assert.equal([...(await scoresOf(search, 'freezes'))], [...(await scoresOf(search, '+freezes'))])
  assert.equal([...(await scoresOf(search, 'freezes')).keys()], ['Q10022'])
})

const FILLER = Array.from({ length: 70 }, (_, i) => `zebra${i}`).join(' ')

test('a word at the beginning of a body counts for more than one behind it', async () => {
  const texts = [`${FILLER} spooler ends.`, `The spooler ends. ${FILLER}`]
  assert.equal(await orderOf(texts, 'spooler'), ['Q10023', 'Q10022'])
})

test('words near each other at the beginning count for more than words apart', async () => {
  const apart = Array.from({ length: 40 }, (_, i) => `zebra${i}`).join(' ')
  const texts = [`The queue ${apart} loses a job.`, `The queue loses a job ${apart}.`]
  assert.equal(await orderOf(texts, 'queue job'), ['Q10023', 'Q10022'])
})

test('the article that has the whole query word for word comes first', async () => {
  const repeated = 'The queue of the spooler cannot be opened. Opened queue, opened spooler: the queue.'
  const texts = [repeated, `${FILLER} A spooler queue cannot be opened, says the tray.`]
  assert.equal(await orderOf(texts, 'spooler queue cannot be opened'), ['Q10023', 'Q10022'])
  assert.equal(await orderOf(texts, 'queue of the spooler cannot'), ['Q10022', 'Q10023'])
})

test('while a word is typed, those before it are compared word for word', async () => {
  const texts = ['Opened queue: the spooler queue waits; opened.', `${FILLER} The queue spooler was opened.`]
  const documents = texts.map((text, i) => makeDocument(10_022 + i, 'Tray', text))
  const { hits } = await (await makeSearch(documents)).search(makeRequest('queue spooler op', { isTyping: true }))
  assert.equal(
    hits.map(({ id }) => id),
    ['Q10023', 'Q10022'],
  )
})

test('of a paste the beginning of its longest line is compared word for word', async () => {
  const message = 'The tray Left07 could not take the sheet from the feeder'
  const texts = ['Feeder, tray and sheet: source Feeder, event 7.', `${FILLER} ${message} since it was empty.`]
  const paste = `Event Source:\tFeeder\nEvent ID:\t7\nDescription: ${message} of CONTOSO-01`
  assert.is((await orderOf(texts, paste))[0], 'Q10023')
})

test('the order is the same whatever was searched before', async () => {
  const words = ['queue', 'job', 'paper', 'toner']
  const documents = Array.from({ length: 60 }, (_, i) => {
    const text = words.filter((_, bit) => ((i * 7) >> bit) & 1).join(' ')
    return makeDocument(10_022 + i, 'Spooler', `${text} ${'more '.repeat(i % 5)}`)
  })
  const idsOf = async (search: Awaited<ReturnType<typeof makeSearch>>, query: string) =>
    (await search.search(makeRequest(query))).hits.map(({ id }) => id)
  const queries = ['queue job', 'paper', 'toner paper', 'job toner queue', 'queue job']
  const used = await makeSearch(documents)
  for (const query of queries)
    assert.equal(await idsOf(used, query), await idsOf(await makeSearch(documents), query), query)
})

test.run()
