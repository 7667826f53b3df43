/** Paragraphs and quotations: which line breaks mean something, and where one text ends and another begins. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { outline, outlineCd } from '../outline.js'

const test = suite('paragraph')

const FULL = 'When you start the clock on a computer that has more than one network adapter,'
const NARROW =
  'The clock that is on the server cannot be set\nby those who use it. Ask the person who set\nthe server up.'

test('joins wrapped lines', () => {
  assert.equal(outline(`${FULL}\nyou receive an error.`), [`${FULL} you receive an error.`])
})

test('joins the lines of a text that was wrapped narrower than the others', () => {
  assert.equal(outline(NARROW), [NARROW.replaceAll('\n', ' ')])
})

test('keeps the breaks of lines that were broken by hand', () => {
  assert.equal(outline('Change:\n"The clock stops."'), ['Change: / "The clock stops."'])
  assert.equal(outline('Fabrikam, Inc.\n1 Main Street\nRedmond'), ['Fabrikam, Inc. / 1 Main Street / Redmond'])
})

test('keeps the break after a short line in a wrapped text', () => {
  const text = `NOT SET:\n${FULL}\n${FULL}\n${FULL}\nyou receive an error.`
  assert.ok(outline(text)[0]?.startsWith('NOT SET: / When you start'))
})

test('joins a word that was broken after its hyphen, and no dashes', () => {
  const full = 'When you start the clock on a computer that has a program that is terminate-and-stay-'
  assert.equal(outline(`${full}\nresident, it stops.`), [`${full}resident, it stops.`])
  const dashes = 'When you start the clock on a computer that has more than one network adapter --'
  assert.equal(outline(`${dashes}\nor none`), [`${dashes} or none`])
})

test('quotes what is set off, keeping the breaks of fields', () => {
  assert.equal(outline('   Event ID: 1\n   Source: Clock'), ['> Event ID: 1 / Source: Clock'])
  assert.equal(outline('   The clock is not set.'), ['> The clock is not set.'])
})

test('quotes what an item announces, and nothing else of the item', () => {
  assert.equal(outline('1. Read this:\n\n   The clock stopped.\n\n   Click OK.'), [
    '1. Read this:',
    '  > The clock stopped.',
    '  Click OK.',
  ])
})

test('begins a paragraph at a first-line indent in the articles of the CD only', () => {
  const first = 'The clock is set by the server where one runs that has a clock of its\nown.'
  const second = '   It is not set again unless the server is started once more by those\nwho use it.'
  const joined = (text: string) => text.trim().replace('\n', ' ')
  assert.equal(outlineCd(`${first}\n${second}`), [joined(first), joined(second)])
  assert.is(outline(`${first}\n${second}`).length, 1)
})

test('ends at a rule', () => {
  assert.equal(outline('Day one.\n======================\nDay two.'), ['Day one.', '---', 'Day two.'])
})

test('takes dashes inside a drawing or a listing for no rule', () => {
  assert.equal(
    outline('   *********************\n   *  Sets the clock.\n   USE clocks', { productCode: 'foxpro' }).length,
    3,
  )
  assert.not.ok(outline('   |  high  |\n   |  low   |\n=============', {}).includes('---'))
})

test('reads separators of every spelling, and no sentence that begins with one', () => {
  for (const word of ['-or-', '- or -', '-OR-', '--OR--', '-and-', '<or>', 'or', '-and/or-'])
    assert.equal(outline(`   x = 1;\n\n   ${word}\n\n   y = 2;`)[1], word)
  assert.equal(outline('Or it stops.\n\nTo:\n"x"'), ['Or it stops.', 'To: / "x"'])
})

test('joins a sentence that was wrapped twice', () => {
  const text = 'The clock strikes when it wants to signal you, but this is of no use\nif\nyou cannot hear it.'
  assert.equal(outline(`Title\n${text}`), [`Title / ${text.replaceAll('\n', ' ')}`])
})

test('keeps the breaks of names and of lines of output, though they begin with small letters', () => {
  assert.equal(outline('   clockOpen\n   clockClose'), ['> clockOpen / clockClose'])
  assert.equal(outline('   the clock is on\n   the clock is off'), ['> the clock is on / the clock is off'])
})

test.run()
