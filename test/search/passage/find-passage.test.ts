/** The passage of an article that answers a query best. */

import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { indexTerms } from '../../../src/search/analysis/analysis.js'
import { findPassage, PASSAGE_LENGTH } from '../../../src/search/passage/find-passage.js'
import type { QueryWord } from '../../../src/search/types.js'
import fc from '../../support/property.js'

const test = suite('find-passage')

/** The words of a query, each telling as much as another. */
const wordsOf = (query: string): readonly QueryWord[] =>
  query.split(' ').map((text) => ({ text, terms: indexTerms(text), weight: 1 }))

const section = (heading: string | null, text: string) => ({ heading, text })

/** The passage with its marked pieces in brackets, after its heading. */
function show(sections: readonly { heading: string | null; text: string }[], query: string, length = PASSAGE_LENGTH) {
  const passage = findPassage(sections, wordsOf(query), length)
  if (passage === null) return null
  const text = passage.pieces.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join('')
  return `${passage.heading ?? '-'}: ${text}`
}

const FILLER = 'Nothing of interest stands here at all. '.repeat(12)

test('names a section without the colon of its heading', () => {
  assert.is(show([section('Response:', 'The queue stops.')], 'queue'), 'Response: The [queue] stops.')
  assert.is(show([section('SUMMARY:', 'The queue stops.')], 'queue'), 'Summary: The [queue] stops.')
})

test('shows a short section whole, its words marked', () => {
  assert.is(
    show([section('SYMPTOMS', 'The tray is empty. The queue stops.')], 'queue stopped'),
    'Symptoms: The tray is empty. The [queue] [stops].',
  )
})

test('takes the section in which most of the words stand together', () => {
  const sections = [
    section('SYMPTOMS', `The spooler hums. ${FILLER}`),
    section('CAUSE', `${FILLER}The spooler waits for the second tray. ${FILLER}`),
  ]
  assert.match(show(sections, 'spooler tray') ?? '', /^Cause: .*The \[spooler\] waits for the second \[tray\]\. /)
})

test('prefers words that stand side by side in the order of the query', () => {
  const sections = [
    section('SYMPTOMS', `The tray of the queue is empty, and then stopped. ${FILLER}`),
    section('CAUSE', `${FILLER}Message: queue stopped at the tray. ${FILLER}`),
  ]
  assert.match(show(sections, 'queue stopped tray') ?? '', /^Cause/)
})

test('takes a rare word rather than two common ones', () => {
  const words = [
    { text: 'windows', terms: ['window'], weight: 0.2 },
    { text: 'file', terms: ['file'], weight: 0.2 },
    { text: 'carousel', terms: ['carousel'], weight: 6 },
  ]
  const sections = [section(null, `A Windows file. ${FILLER}`), section('CAUSE', `${FILLER}The carousel. ${FILLER}`)]
  assert.is(findPassage(sections, words)?.section, 1)
})

test('begins and ends with sentences where they fit', () => {
  const text = `${FILLER}Before it. The carousel stops at night. After it, more follows here. ${FILLER}`
  assert.match(
    show([section(null, text)], 'carousel', 90) ?? '',
    /^-: (?:Before it\. )?The \[carousel\] stops at night\. After it, more follows here\.$/,
  )
})

test('cuts a long sentence at words and says so', () => {
  const text = `${'alpha beta gamma delta '.repeat(40)}carousel ${'alpha beta gamma delta '.repeat(40)}`
  const shown = show([section(null, text)], 'carousel') ?? ''
  assert.match(shown, /^-: … (?:\w+ )+\[carousel\] (?:\w+ )+…$/)
})

test('shows a message that stands in lines of its own after the words that announce it', () => {
  const text = 'The following message appears:\n\n   Queue stopped\n   Tray empty\n\nNothing else happens.'
  assert.match(
    show([section('SYMPTOMS', text)], 'message queue tray') ?? '',
    'message] appears: [Queue] stopped [Tray] empty',
  )
})

test('shows the beginning of an article that has none of the words', () => {
  assert.is(show([section(null, ' \n'), section('SUMMARY', 'All is well.')], 'carousel'), 'Summary: All is well.')
})

test('shows nothing of an article without text', () => {
  assert.is(show([], 'carousel'), null)
  assert.is(show([section('SUMMARY', ' ')], 'carousel'), null)
})

test('marks what counts for a word, such as a synonym', () => {
  const words = [{ text: 'hangs', terms: ['hang', 'freez'], weight: 1 }]
  const passage = findPassage([section(null, 'It freezes.')], words)
  assert.equal(
    passage?.pieces.filter(({ marked }) => marked),
    [{ text: 'freezes', marked: true }],
  )
})

test('is a part of the text that is no longer than asked, cut between characters', () => {
  const word = fc.constantFrom(
    'queue',
    'tray',
    'stops.',
    'at',
    '\n',
    '\n\n',
    'x'.repeat(300),
    '😀'.repeat(150),
    '-',
    '…',
  )
  const text = fc.array(word, { maxLength: 200 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), fc.integer({ min: 20, max: 300 }), (texts, length) => {
      const passage = findPassage(
        texts.map((one) => section(null, one)),
        wordsOf('queue stops tray'),
        length,
      )
      assert.is(
        passage === null,
        texts.every((one) => one.trim() === ''),
      )
      if (passage === null) return
      const own = texts[passage.section]?.slice(passage.start, passage.end) ?? ''
      assert.ok(own.length > 0 && own.length <= length, String(own.length))
      assert.not.match(own, /\p{Surrogate}/u)
      const shown = passage.pieces.map((piece) => piece.text).join('')
      assert.ok(shown.includes(own.replace(/\s+/g, ' ')), shown)
    }),
  )
})

test('has a word of the query wherever the article has one', () => {
  const word = fc.constantFrom('alpha', 'beta.', 'gamma', '\n', 'carousel', 'x'.repeat(90))
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 300 }), (words) => {
      const passage = findPassage([section(null, words.join(' '))], wordsOf('carousel'))
      assert.is(passage?.pieces.some(({ marked }) => marked) === true, words.includes('carousel'))
    }),
  )
})

test.run()
