/** Lists: markers, nesting, what an item owns, and what only looks like an item. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { outline, outlineCd, sectionsOf } from '../outline.js'

const test = suite('list')

/** Long enough that a wrapper would have broken the line after it. */
const WIDE = 'Green, which is the colour of the clock that the server shows in its window'

test('reads bullets, with blank lines between them or not', () => {
  assert.equal(outline(` - Red\n\n - ${WIDE}\n   and blue`), ['- Red', `- ${WIDE} and blue`])
  assert.equal(outline(' - Red\n - Green'), ['- Red', '- Green'])
})

test('reads steps whose text stays at column 3 beyond the ninth', () => {
  assert.equal(outline(`9. Click File.\n\n10. ${WIDE}\n   now.`), ['9. Click File.', `10. ${WIDE} now.`])
})

test('gives an item the chunks that stand at its text', () => {
  assert.equal(outline('1. Click File.\n\n   The menu opens.\n\n2. Click Save.\n\nThe file is saved.'), [
    '1. Click File.',
    '  The menu opens.',
    '2. Click Save.',
    'The file is saved.',
  ])
})

test('nests letters and bullets below steps', () => {
  assert.equal(outline('1. Choose one:\n\n   a. Left\n\n   b. Right:\n\n       - Up\n\n2. Go.'), [
    '1. Choose one:',
    '  a. Left',
    '  b. Right:',
    '    - Up',
    '2. Go.',
  ])
})

test('nests a list that follows its parent without a blank line', () => {
  assert.equal(outline('1. Do this:\n   a. Left\n   b. Right'), ['1. Do this:', '  a. Left', '  b. Right'])
})

test('goes on with letters that something else interrupted', () => {
  const text = '1. Do this:\n\n   a. Left.\n\n   b. Run:\n\n   clock /a\n\n   c. Right.'
  assert.equal(outline(text), ['1. Do this:', '  a. Left.', '  b. Run:', '  `clock /a`', '  c. Right.'])
})

test('leaves the dash of a message that is set off where it is', () => {
  assert.equal(outline('It stops with this message:\n\n   clock error C6000\n   - bell overflow'), [
    'It stops with this message:',
    '> clock error C6000 / - bell overflow',
  ])
  assert.equal(outline('You receive one of these:\n\n   - The clock misses the bell\n   Tower.dll.\n\n   Wind it.'), [
    'You receive one of these:',
    '> - The clock misses the bell / Tower.dll.',
    '> Wind it.',
  ])
})

test('takes dashes that are set off for items where several follow one another, or where one goes on', () => {
  assert.equal(outline('Do one of these:\n\n   - Wind it\n   now.\n\n   - Sell it.').at(-1), '- Sell it.')
  assert.equal(outline(`Do this:\n\n   - ${WIDE}\n   and blue`), ['Do this:', `- ${WIDE} and blue`])
  assert.equal(outline('Choose\n\n   one:\n   - Wind it.'), ['Choose', '> one:', '- Wind it.'])
})

test('reads a title with its rule inside an item as strong text, without a rule', () => {
  const text = '1. Stop the clock.\n\n   Winding the Clock\n   -----------------\n\n   Turn the key.\n\n2. Start it.'
  assert.equal(outline(text), ['1. Stop the clock.', '  **Winding the Clock**', '  Turn the key.', '2. Start it.'])
})

test('keeps a rule in an item that is much longer than the line above it', () => {
  assert.equal(outline('1. Stop it.\n\n   Wind\n   -----------------').at(-1), '  ---')
})

test('starts the second fragment at its own number', () => {
  assert.equal(outline('1. One.\n\nA word between.\n\n2. Two.'), ['1. One.', 'A word between.', '2. Two.'])
})

test('starts another list where the numbers do', () => {
  const [section] = sectionsOf('1. One.\n\n2. Two.\n\n1. One again.')
  assert.is(section?.children.length, 2)
})

test('keeps a marker that the tree cannot say', () => {
  assert.equal(outline('1) One\n\n2) Two'), ['1) One', '2) Two'])
  assert.equal(outline('o Red\n\no Green'), ['o Red', 'o Green'])
  assert.equal(outline('\u00b7 Red\n\n\u00b7 Green'), ['\u00b7 Red', '\u00b7 Green'])
})

test('keeps line breaks in an item that was broken by hand', () => {
  assert.equal(outline(' - By post\n   Fabrikam, Inc.\n   1 Main Street'), [
    '- By post / Fabrikam, Inc. / 1 Main Street',
  ])
})

test('stands at the last level where lists are nested deeper than people do', () => {
  const text = Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth * 3)}- item ${depth}`).join('\n\n')
  assert.ok(outline(text).length >= 200)
})

test('takes no separator for an item', () => {
  assert.equal(outline('- or -'), ['- or -'])
  assert.equal(outline(' - Red\n\n-or-\n\n - Green'), ['- Red', '-or-', '- Green'])
})

test('takes no year, number or initial inside a paragraph for an item', () => {
  assert.equal(outline('1995. That was the year.'), ['1995. That was the year.'])
  assert.equal(outline('(c) Contoso Corporation 2000, All Rights Reserved.'), [
    '(c) Contoso Corporation 2000, All Rights Reserved.',
  ])
  assert.equal(outline('W. Shakespeare wrote it.'), ['W. Shakespeare wrote it.'])
})

test('takes no line for an item that happens to begin with a number where the text was wrapped', () => {
  const text =
    'The clock was first sold together with the server, and it is the clock of version\n2. Later versions have none.'
  assert.equal(outline(text), [text.replace('\n', ' ')])
})

test('takes an answer for no item, but capitals that go on for a list', () => {
  assert.equal(outline('Q. Does it stop?\n\nA. Yes.'), ['Q. Does it stop?', 'A. Yes.'])
  assert.equal(outline('A. Left\n\nB. Right'), ['A. Left', 'B. Right'])
  assert.is(sectionsOf('A. Left\n\nB. Right')[0]?.children[0]?.type, 'list')
})

test('takes no comment of FoxPro for a bullet', () => {
  const code = '   * Open the table.\n   USE clocks'
  assert.equal(outline(code, { productCode: 'foxpro' }), ['`* Open the table.`', '`USE clocks`'])
})

test('takes no comment of C for bullets', () => {
  assert.equal(outlineCd('/*\n * Sets the clock.\n */\nvoid main(void)\n{\n}'), [
    '`/*`',
    '` * Sets the clock.`',
    '` */`',
    '`void main(void)`',
    '`{`',
    '`}`',
  ])
})

test('ends an item at a paragraph at the left', () => {
  assert.equal(outline(' - Red\n\nText.\n\n   Quoted text here.'), ['- Red', 'Text.', '> Quoted text here.'])
})

test('begins an inner list right below the words that announce it, however long their line is', () => {
  assert.equal(
    outline(
      '1. Set the clock of the computer on which the server runs, by these steps:\n   a. Stop the clock.\n\n   b. Set it.',
    ),
    [
      '1. Set the clock of the computer on which the server runs, by these steps:',
      '  a. Stop the clock.',
      '  b. Set it.',
    ],
  )
})

test('takes a high number in the middle of a sentence for no item', () => {
  const text = 'You cannot set the clock where it runs under Tern\n95. If you try, it stops.'
  assert.is(outline(text).length, 1)
  assert.is(outline('These are the pages:\n95. Clocks').length, 2)
})

test('takes a telephone number for no item', () => {
  assert.equal(outline('Boreal Clocks\n(800) 555-0100'), ['Boreal Clocks / (800) 555-0100'])
  assert.equal(outline('   (425) 555-0100'), ['> (425) 555-0100'])
  assert.equal(outline('(1) Stop.\n(2) Go.'), ['(1) Stop.', '(2) Go.'])
})

test.run()
