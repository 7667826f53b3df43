/** The keyword block and the legal notice below it. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readKeywordBlock } from '../../src/article/frame/keyword-block.js'
import { cutLegal, readLegal, STANDARD_NOTICE } from '../../src/article/frame/legal.js'
import { collectProblems, linesOf } from './collect.js'

const test = suite('keyword-block')

const RULE = '='.repeat(70)
const CLOSING = '='.repeat(77)

test('reads fields and keeps unknown ones', () => {
  const { codes, report } = collectProblems()
  const cut = readKeywordBlock(
    linesOf(
      `text\n${RULE}\nKeywords          : kba kbb\nIssue type        : kbbug\nPlatform          : x86\nMood              : good\n\n${CLOSING}\nend`,
    ),
    report,
  )
  assert.equal(cut?.value.keywords, ['kba', 'kbb'])
  assert.equal(
    [cut?.value.issueType, cut?.value.version, cut?.value.other],
    [['kbbug'], null, { Platform: 'x86', Mood: 'good' }],
  )
  assert.equal(
    [cut?.range, cut?.before.length, cut?.after.length, codes],
    [[2, 8], 1, 1, ['keyword-block-field-unknown']],
  )
})

test('takes the last rule over Keywords', () => {
  const cut = readKeywordBlock(linesOf(`${RULE}\nKeywords : a\n${RULE}\nKeywords : b\n`), () => {})
  assert.equal([cut?.value.keywords, cut?.range], [['b'], [3, 4]])
})

test('finds none without the rule or without Keywords under it', () => {
  for (const text of [
    '',
    'Keywords : a',
    `${RULE}\nTechnology : a`,
    `${RULE}\n\n\nKeywords : a`,
    `${'-'.repeat(70)}\nKeywords : a`,
  ])
    assert.is(
      readKeywordBlock(linesOf(text), () => {}),
      null,
      text,
    )
})

test('recognises the usual notice whatever its line breaks', () => {
  const part = readLegal(linesOf(`\n${STANDARD_NOTICE}\n\nCopyright Microsoft Corporation 2002.`), () => {})
  assert.equal(part, { value: { year: 2002, standard: true, text: null }, range: [2, 4] })
})

test('keeps another notice word for word', () => {
  const { codes, report } = collectProblems()
  const part = readLegal(linesOf('Ask first.\nCopyright Osprey 1994-1995.'), report)
  assert.equal(
    [part?.value, codes],
    [{ year: 1995, standard: false, text: 'Ask first.\nCopyright Osprey 1994-1995.' }, ['legal-different']],
  )
})

test('finds no notice in blank lines', () => {
  assert.is(
    readLegal(linesOf('\n  \n'), () => {}),
    null,
  )
})

test('cuts the notice off a body that has no keyword block', () => {
  const { before, legal } = cutLegal(linesOf(`text\n${RULE}\n\n${CLOSING}\n\nCopyright Osprey 1995.`))
  assert.equal([before.length, legal[0]?.number], [1, 2])
})

test('cuts nothing where the text just ends', () => {
  assert.equal(cutLegal(linesOf('text\n\nmore text about copyright')).legal, [])
})

test.run()
