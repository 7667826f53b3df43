/** `kb search`, from outside: on a built archive, and where there is nothing to search. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { buildSmallSite } from '../support/built-site.js'
import { askKb, runKb } from '../support/run-kb.js'

const search = suite('kb search')
const site = buildSmallSite()

search('says in one line that there is no index, and what to do', () => {
  const run = runKb(['search', 'queue', '--site', 'no-such-site'])
  assert.is(run.status, 1)
  assert.is(run.stderr.trim().split('\n').length, 1, run.stderr)
  assert.match(run.stderr, 'Build the archive first')
})

search('wants words', () => {
  const run = askKb(['search'])
  assert.is(run.status, 2)
  assert.match(run.stderr, 'Usage: kb search QUERY')
})

search('prints the articles that have the words, and how many they are', () => {
  const run = askKb(['search', 'carousel', '--site', site])
  assert.is(run.status, 0, run.stderr)
  assert.match(run.stdout, /^Q214864 {2}.*Carousel/)
  assert.match(run.stdout, /\n1 article\n$/)
})

search('prints nothing from an article that a terminal would obey', () => {
  assert.not.match(askKb(['search', 'carousel', '--site', site]).stdout, /(?!\n)\p{Cc}/u)
})

search('prints hits as JSON for programs', () => {
  const run = askKb(['search', 'printer', '--type', 'BUG', '--json', '--site', site])
  const hits: { id: string; title: string }[] = JSON.parse(run.stdout)
  assert.equal(
    hits.map(({ id, title }) => ({ id, title })),
    [{ id: 'Q9999999', title: 'BUG: The last printer hums' }],
  )
})

search('searches for the likelier words where nothing has any of those given, and says so', () => {
  const run = askKb(['search', 'pritner', '--site', site])
  assert.match(run.stdout, 'Showing results for: printer (nothing has: pritner')
  assert.match(run.stdout, 'The last printer hums')
})

search('searches for words as they are where a program asks', () => {
  assert.equal(JSON.parse(askKb(['search', 'pritner', '--json', '--site', site]).stdout), [])
})

search('searches for words as they are on demand', () => {
  const run = askKb(['search', 'pritner', '--literal', '--site', site])
  assert.match(run.stdout, 'Nothing found for: pritner')
  assert.match(run.stdout, 'Did you mean: printer')
})

search('succeeds and says so where nothing is found', () => {
  const run = askKb(['search', 'xylophone', '--site', site])
  assert.is(run.status, 0)
  assert.match(run.stdout, 'Nothing found for: xylophone')
})

search('wants a limit above 0', () => {
  const run = askKb(['search', 'printer', '--limit', '0', '--site', site])
  assert.is(run.status, 2)
  assert.match(run.stderr, 'found `0`')
})

search('takes words that begin with a minus as words, without quotes', () => {
  const run = askKb(['search', '+printer', '-first', '--site', site])
  assert.is(run.status, 0, run.stderr)
  assert.match(run.stdout, "Excluded: first. To search for it: kb search '+printer first'")
  assert.match(run.stdout, /Q9999999/)
  assert.not.match(run.stdout, /Q1 /)
  assert.is(askKb(['search', 'chkdsk', '-f', '--site', site]).status, 0)
})

search('still refuses a flag that it does not have, and a limit below 0', () => {
  const flag = askKb(['search', 'printer', '--colour', '--site', site])
  assert.is(flag.status, 2)
  assert.match(flag.stderr, 'colour')
  const limit = askKb(['search', 'printer', '--limit', '-5', '--site', site])
  assert.is(limit.status, 2)
  assert.match(limit.stderr, 'found `-5`')
})

search('shows the passage that has the words, and the section it stands in', () => {
  const run = askKb(['search', 'carousel', '--site', site])
  assert.match(run.stdout, /\n {9}Symptoms: The carousel .*stops\.\n/)
})

search('names the words that a hit does not have', () => {
  const run = askKb(['search', 'carousel', 'printer', '--site', site])
  assert.match(run.stdout, 'without: printer')
  assert.match(run.stdout, /\n3 articles\n$/)
})

search('lists the newest first on demand, and only one year', () => {
  const run = askKb(['search', 'printer', '--sort', 'date', '--year', '2001', '--site', site])
  assert.is(run.status, 0, run.stderr)
  assert.match(run.stdout, /\n2 articles\n$/)
})

search('wants an order and values that the archive has, and names the nearest', () => {
  const order = askKb(['search', 'printer', '--sort', 'size', '--site', site])
  assert.is(order.status, 2)
  assert.match(order.stderr, 'Expected relevance or date')
  const type = askKb(['search', 'printer', '--type', 'PBR', '--site', site])
  assert.is(type.status, 2)
  assert.match(type.stderr, 'Expected a type of this archive after --type, found `PBR`. Nearest: PRB')
  const product = askKb(['search', 'printer', '--product', 'contosso', '--site', site])
  assert.is(product.status, 2)
  assert.match(product.stderr, 'Contoso Printing')
  const year = askKb(['search', 'printer', '--year', '1899', '--site', site])
  assert.is(year.status, 2)
  assert.match(year.stderr, 'Nearest: 2001')
})

search('takes a product by its name, too', () => {
  const run = askKb(['search', 'printer', '--product', 'contoso printing', '--site', site])
  assert.is(run.status, 0, run.stderr)
  assert.match(run.stdout, /\n2 articles\n$/)
})

search('goes to an article that a text names', () => {
  const run = askKb(['search', 'see', 'Q214864', 'for', 'details', '--site', site])
  assert.match(run.stdout, /^Q214864 is an article: kb show Q214864\n {2}Q214864 PRB: Carousel/)
})

search.run()
