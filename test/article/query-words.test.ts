/** Trailing words: labels in all spellings, continuations, and text that only looks like them. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readQueryWords } from '../../src/article/frame/query-words.js'
import { collectProblems, linesOf } from './collect.js'

const test = suite('query-words')

test('takes the last line with its words', () => {
  const part = readQueryWords(linesOf('text\n\nAdditional query words: 3.00 sub-class\n'), () => {})
  assert.equal([part?.value.words, part?.range, part?.rest.length], [['3.00', 'sub-class'], [3, 3], 2])
})

test('accepts an empty value', () => {
  assert.equal(readQueryWords(linesOf('Additional query words:'), () => {})?.value, {
    text: '',
    words: [],
    fields: { 'Additional query words': '' },
  })
})

test('accepts every known spelling of the label', () => {
  const labels = [
    'Additional querey words:',
    'Additonal query words:',
    'Additional query word :',
    'Additional reference words:',
    'Additional Reference Word(s):',
    'Additional words:',
    'Additional keywords:',
    'Additional article reference words:',
  ]
  for (const label of labels)
    assert.equal(readQueryWords(linesOf(`${label} a b`), () => {})?.value.words, ['a', 'b'], label)
})

test('takes no other line for a label', () => {
  const lines = [
    'Additional Word Solution Migration Papers',
    'Additional query wordsmith',
    'Additional information:',
    'Query words: a',
    'For additional query words: see',
    'Additional words of advice follow.',
  ]
  for (const line of lines)
    assert.is(
      readQueryWords(linesOf(line), () => {}),
      null,
      line,
    )
})

test('looks only at the end', () => {
  const text = `Additional query words: a\n\n${'line\n'.repeat(10)}`
  assert.is(
    readQueryWords(linesOf(text), () => {}),
    null,
  )
})

test('joins lines that go on, and several labels', () => {
  const { codes, report } = collectProblems()
  const part = readQueryWords(linesOf('Additional query words: a sub\nclass\n\nAdditional query words: b'), report)
  assert.equal(
    [part?.value.words, codes],
    [
      ['a', 'sub', 'class', 'b'],
      ['query-words-continued', 'query-words-repeated'],
    ],
  )
})

test('keeps the categories of the older format under their labels', () => {
  const part = readQueryWords(
    linesOf('text\n\nKBCategory: kbprg kbtool\nKBSubcategory: FxOther\n\nAdditional query words: x'),
    () => {},
  )
  assert.equal(part?.value.fields, {
    KBCategory: 'kbprg kbtool',
    KBSubcategory: 'FxOther',
    'Additional query words': 'x',
  })
  assert.equal([part?.value.words, part?.range], [['x'], [3, 6]])
})

test('leaves the text above a label alone', () => {
  const part = readQueryWords(
    linesOf('   Q100001 A\n   Additional query words:\n\nAdditional query words:\n'),
    () => {},
  )
  assert.equal(
    part?.rest.map((line) => line.text),
    ['   Q100001 A'],
  )
})

test.run()
