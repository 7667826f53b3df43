/** `kb show`, from outside, on a built archive. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { buildSmallSite } from '../support/built-site.js'
import { askKb, runKb } from '../support/run-kb.js'

const show = suite('kb show')
const site = buildSmallSite()

/** All that a terminal would obey, but for the line feed. */
const OBEYED = /(?!\n)\p{Cc}/u

show('prints an article with its title, its facts and its text', () => {
  const run = runKb(['show', 'Q214864', '--site', site])
  assert.is(run.status, 0, run.stderr)
  assert.match(run.stdout, /^PRB: Carousel .*stops\nQ214864 \| Contoso Printing \| 11-JUN-2001\n\nSYMPTOMS\n/)
  assert.match(run.stdout, 'Keywords: kbContosoPrint')
})

show('takes every id that an article may have, with its letter or without', () => {
  for (const id of ['Q1', 'q1', '1', 'Q9999999', 'KB 214864']) {
    const run = askKb(['show', id, '--site', site])
    assert.is(run.status, 0, `${id}: ${run.stderr}`)
  }
})

show('prints nothing from an article that a terminal would obey', () => {
  assert.not.match(askKb(['show', '214864', '--site', site]).stdout, OBEYED)
})

show('says in one line that an article is not there', () => {
  const run = askKb(['show', 'Q2', '--site', site])
  assert.is(run.status, 1)
  assert.is(run.stdout, '')
  assert.match(run.stderr, 'Cannot find the article `Q2`')
  assert.is(run.stderr.trim().split('\n').length, 1)
})

show('says in one line that there is no archive', () => {
  const run = askKb(['show', 'Q1', '--site', 'no-such-folder/site'])
  assert.is(run.status, 1)
  assert.is(run.stderr.trim().split('\n').length, 1)
})

show('wants one id that an article may have', () => {
  for (const ids of [[], ['Q0'], ['queue'], ['Q1', 'Q2'], ['Q12345678']]) {
    const run = askKb(['show', ...ids, '--site', site])
    assert.is(run.status, 2, ids.join(' '))
    assert.match(run.stderr, 'Expected the id of an article')
  }
})

show.run()
