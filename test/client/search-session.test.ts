/** What the search page knows after each event. */
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { ResultPage, ShownHit } from '../../src/client/engine/engine-messages.js'
import {
  answered,
  asked,
  askedAgain,
  askedForMore,
  completed,
  failed,
  focusGiven,
  openSession,
  passageFound,
  presentPage,
} from '../../src/client/search/search-session.js'
import { EMPTY_STATE, withText } from '../../src/client/search/search-state.js'

const PASSAGE = { heading: 'CAUSE', pieces: [{ text: 'The queue is full.', marked: false }], fragment: '#cause' }

function toHit(number: number): ShownHit {
  return { id: `Q${number}`, number, card: null, type: null, title: [], summary: [], missing: [] }
}

function toPage(words: readonly string[], numbers: readonly number[], isWhole = true): ResultPage {
  const result = {
    total: numbers.length,
    withAll: numbers.length,
    withSome: numbers.length,
    hits: [],
    facets: { product: [], type: [], year: [], issueType: [], filed: [] },
    jump: null,
    recognised: [],
    leftOut: [],
    excluded: [],
    suggestion: null,
    corrected: null,
    words: words.map((text) => ({ text, terms: [text], weight: 1 })),
    marks: [],
  }
  return { result, hits: numbers.map(toHit), isWhole, faults: [] }
}

const opened = openSession(withText(EMPTY_STATE, 'queue'))

test('an answer is present until the next question', () => {
  const session = answered(asked(opened, opened.state), toPage(['queue'], [101]))
  assert.is(presentPage(session)?.hits.length, 1)
  const next = asked(session, withText(session.state, 'queues'))
  assert.is(presentPage(next), null)
  assert.is(next.page?.hits.length, 1)
})

test('hits that follow are added, with all faults', () => {
  const session = answered(asked(opened, opened.state), toPage(['queue'], [101, 102], false))
  const whole = completed(session, { hits: [toHit(103)], faults: ['The file search/cards/001.js is missing'] })
  assert.equal(
    whole.page?.hits.map(({ number }) => number),
    [101, 102, 103],
  )
  assert.is(whole.page?.isWhole, true)
  assert.is(whole.page?.faults.length, 1)
})

test('hits that follow no answer are nobody’s', () => {
  assert.is(completed(opened, { hits: [toHit(103)], faults: [] }).page, null)
})

test('more hits are asked for from the last one on, which then gets the focus', () => {
  const session = askedForMore(answered(asked(opened, opened.state), toPage(['queue'], [101])), 20)
  assert.is(session.state.shown, 40)
  assert.is(session.focusHit, 20)
  assert.is(focusGiven(session).focusHit, null)
})

test('passages stay where only a filter is chosen, and go with other words', () => {
  const first = answered(asked(opened, opened.state), toPage(['queue'], [101]))
  const found = passageFound(first, 101, PASSAGE)
  assert.is(answered(asked(found, found.state), toPage(['queue'], [101])).passages.get(101), PASSAGE)
  assert.is(answered(asked(found, found.state), toPage(['print'], [101])).passages.size, 0)
})

test('a session is not changed by what comes after it', () => {
  const first = answered(asked(opened, opened.state), toPage(['queue'], [101]))
  passageFound(first, 101, PASSAGE)
  assert.is(first.passages.size, 0)
})

test('where nothing fits, the last word may be a beginning, then misspelt', () => {
  const nothing = toPage(['quwue'], [])
  const exact = asked(opened, opened.state)
  const unknown = { ...nothing, result: { ...nothing.result, words: [{ text: 'quwue', terms: [], weight: 0 }] } }
  const prefix = askedAgain(exact, unknown, true)
  assert.is(prefix?.attempt, 'prefix')
  assert.is(prefix === null ? null : askedAgain(prefix, unknown, true)?.attempt, 'corrected')
  assert.is(askedAgain(exact, toPage(['queue'], [101]), true), null)
})

test('while one types, spelling waits', () => {
  const typing = asked(opened, opened.state, true)
  const nothing = toPage(['quwu'], [])
  assert.is(typing.attempt, 'prefix')
  assert.is(askedAgain(typing, nothing, false), null)
  assert.is(askedAgain(typing, nothing, true)?.attempt, 'corrected')
})

test('what is searched literally is not searched otherwise', () => {
  const literal = asked(opened, { ...opened.state, isLiteral: true })
  assert.is(askedAgain(literal, toPage(['quwue'], []), true), null)
})

test('what failed leaves no hits that look like an answer', () => {
  const session = failed(answered(asked(opened, opened.state), toPage(['queue'], [101])))
  assert.is(session.page, null)
  assert.is(session.isWaiting, false)
})

test.run()
