/** Words of one meaning. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { indexTerms } from '../../src/search/analysis/analysis.js'
import { synonymsOf } from '../../src/search/analysis/synonyms.js'

const test = suite('synonyms')

test('are terms of the index, whatever form of the word is typed', () => {
  const [freezes = ''] = indexTerms('freezes')
  assert.ok(synonymsOf(freezes).some((stand) => stand.join(' ') === 'hang'))
  assert.ok(synonymsOf(freezes).some((stand) => stand.join(' ') === indexTerms('stops responding').join(' ')))
})

test('of a phrase are none: it stands for the words of its group', () => {
  const [responding = ''] = indexTerms('responding')
  assert.equal(synonymsOf(responding), [])
})

test('of a word in two groups are those of both, each once, and not the word itself', () => {
  const [remove = ''] = indexTerms('remove')
  const stands = synonymsOf(remove).map((stand) => stand.join(' '))
  assert.ok(stands.includes(indexTerms('erase').join(' ')))
  assert.ok(stands.includes(indexTerms('uninstall').join(' ')))
  assert.not(stands.includes(remove))
  assert.is(new Set(stands).size, stands.length)
})

test('of any other word are none', () => assert.equal(synonymsOf('constructor'), []))

test.run()
