/** `kb search`, from outside, where there is nothing to search. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { runKb } from './run-kb.js'

const search = suite('kb search')

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

search.run()
