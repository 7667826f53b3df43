/** `kb search`, from outside: on a built archive, and where there is nothing to search. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { buildSmallSite } from '../support/built-site.js'
import { runKb } from '../support/run-kb.js'

const search = suite('kb search')
const site = buildSmallSite()

search('says in one line that there is no index, and what to do', () => {
  const run = runKb(['search', 'queue', '--site', 'no-such-site'])
  assert.is(run.status, 1)
  assert.is(run.stderr.trim().split('\n').length, 1, run.stderr)
  assert.match(run.stderr, 'Build the archive first')
})

search('wants words', () => {
  const run = runKb(['search'])
  assert.is(run.status, 2)
  assert.match(run.stderr, 'Usage: kb search QUERY')
})

search('prints the articles that have the words, and how many they are', () => {
  const run = runKb(['search', 'carousel', '--site', site])
  assert.is(run.status, 0, run.stderr)
  assert.match(run.stdout, /^Q214864 {2}.*Carousel/)
  assert.match(run.stdout, /\n1 article\n$/)
})

search('prints nothing from an article that a terminal would obey', () => {
  assert.not.match(runKb(['search', 'carousel', '--site', site]).stdout, /(?!\n)\p{Cc}/u)
})

search('prints hits as JSON for programs', () => {
  const run = runKb(['search', 'printer', '--type', 'BUG', '--json', '--site', site])
  const hits: { id: string; title: string }[] = JSON.parse(run.stdout)
  assert.equal(
    hits.map(({ id, title }) => ({ id, title })),
    [{ id: 'Q9999999', title: 'BUG: The last printer hums' }],
  )
})

search('searches for the likelier words where nothing has any of those given, and says so', () => {
  const run = runKb(['search', 'pritner', '--site', site])
  assert.match(run.stdout, 'Showing results for: printer (nothing has: pritner')
  assert.match(run.stdout, 'The last printer hums')
})

search('searches for words as they are where a program asks', () => {
  assert.equal(JSON.parse(runKb(['search', 'pritner', '--json', '--site', site]).stdout), [])
})

search('searches for words as they are on demand', () => {
  const run = runKb(['search', 'pritner', '--literal', '--site', site])
  assert.match(run.stdout, 'Nothing found for: pritner')
  assert.match(run.stdout, 'Did you mean: printer')
})

search('succeeds and says so where nothing is found', () => {
  const run = runKb(['search', 'xylophone', '--site', site])
  assert.is(run.status, 0)
  assert.match(run.stdout, 'Nothing found for: xylophone')
})

search('wants a limit above 0', () => {
  const run = runKb(['search', 'printer', '--limit', '0', '--site', site])
  assert.is(run.status, 2)
  assert.match(run.stderr, 'found `0`')
})

search.run()
