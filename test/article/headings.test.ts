/** Headings: the main ones, the article's own, and what is underlined but none. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { outline, outlineCd, sectionsOf } from './outline.js'

const test = suite('headings')

test('reads the main headings with their names', () => {
  const sections = sectionsOf('SYMPTOMS\n========\n\nIt stops.\n\nMORE INFORMATION\n================')
  assert.equal(
    sections.map(({ name, depth, slug }) => [name, depth, slug]),
    [
      ['symptoms', 1, 'symptoms'],
      ['more-information', 1, 'more-information'],
    ],
  )
})

test('keeps text before the first heading, and gives repeated headings addresses of their own', () => {
  const sections = sectionsOf('Text.\n\nCAUSE\n=====\n\nCAUSE\n=====')
  assert.equal(
    sections.map(({ heading, slug }) => [heading?.text ?? null, slug]),
    [
      [null, 'introduction'],
      ['CAUSE', 'cause'],
      ['CAUSE', 'cause-2'],
    ],
  )
})

test('takes the underline into the position of the heading', () => {
  assert.equal(sectionsOf('CAUSE\n=====')[0]?.heading?.position, {
    start: { line: 1, column: 1 },
    end: { line: 2, column: 6 },
  })
})

test('reads a main heading whose underline is far too short', () => {
  assert.equal(outline('MORE INFORMATION\n=====\n\nText.'), ['# MORE INFORMATION', 'Text.'])
})

test('reads dashes below a main heading as one, unless it stands there with its own rule', () => {
  assert.equal(outline('STATUS\n------'), ['# STATUS'])
  assert.equal(outline('STATUS\n======\n\nSTATUS\n------'), ['# STATUS', '## STATUS'])
})

test('reads headings of the article, an underline up to three off', () => {
  for (const rule of ['-----------', '--------', '--------------', '==========='])
    assert.equal(outline(`Sample Code\n${rule}\n\nText.`), ['## Sample Code', 'Text.'])
})

test('reads a heading with text right below it, one with a section number, and one over indented dashes', () => {
  assert.equal(outline('Sample Code\n-----------\nText.'), ['## Sample Code', 'Text.'])
  assert.equal(outline('7.1  Setting the Clock\n----------------------'), ['## 7.1  Setting the Clock'])
  assert.equal(outline('   Sample Code\n-----------'), ['## Sample Code'])
  assert.equal(outline('   Sample Code\n   -----------\n\nText.'), ['### Sample Code', 'Text.'])
})

test('joins a title of two lines, and reads one between two rules', () => {
  const title = 'Installing the Update Where the Clock Is a Part of a Server That'
  assert.equal(outline(`${title}\nHas None\n${'-'.repeat(title.length + 9)}`), [`## ${title} Has None`])
  assert.equal(outline('-------------------\nUsing This Clock\n-------------------\n\nText.'), [
    '## Using This Clock',
    'Text.',
  ])
})

test('reads labels that stand alone only where nothing is underlined', () => {
  assert.equal(outline('Question:\n\nWhy?\n\nResponse:\n\nBecause.'), [
    '# Question:',
    'Why?',
    '# Response:',
    'Because.',
  ])
  assert.equal(outline('CAUSE\n=====\n\nQuestion:\n\nWhy?'), ['# CAUSE', 'Question:', 'Why?'])
})

test('reads titles in capitals and chapter numbers in the articles of the CD only', () => {
  assert.equal(outlineCd('DEVICE I/O\n\nText.\n\n5.1.2   Creating a Library\n\nMore.'), [
    '## DEVICE I/O',
    'Text.',
    '## 5.1.2   Creating a Library',
    'More.',
  ])
  assert.equal(outline('DEVICE I/O\n\nText.'), ['DEVICE I/O', 'Text.'])
})

test('takes no statement in capitals for a title', () => {
  assert.equal(outlineCd('SUB x\nPRINT 1\n\nEND SUB'), ['`SUB x`', '`PRINT 1`', '``', '`END SUB`'])
})

test('takes no rule under prose for an underline', () => {
  assert.equal(outline('The clock stops.\n==================================='), ['The clock stops.', '---'])
})

test('takes no last line of a paragraph, and no row of a table, for a heading', () => {
  assert.equal(outline('The clock stops\nSample Code\n-----------')[0], 'The clock stops / Sample Code')
  assert.not.ok(outline('Name      Size\n--------------\nClock     12')[0]?.startsWith('#'))
})

test('takes no title inside a list item for a section', () => {
  assert.is(sectionsOf('1. Do this.\n\n   Windows NT\n   ----------\n\n   Click it.').length, 1)
})

test('takes no column of values for a heading', () => {
  assert.is(sectionsOf('   Value\n   -----\n   1\n   2').length, 1)
})

test('joins a title whose underline is as long as its longer line', () => {
  const rule = '-'.repeat(42)
  assert.equal(outline(`1.7 You set the clock that the server needs\n    to start.\n${rule}\nText.`), [
    '## 1.7 You set the clock that the server needs to start.',
    'Text.',
  ])
  assert.equal(outline(`To Set the Clocks of Tern and of its Viewers\nAbroad\n${'-'.repeat(44)}`), [
    '## To Set the Clocks of Tern and of its Viewers Abroad',
  ])
  assert.equal(outline(`The clock has stopped and does not start any\nmore.\n${'='.repeat(44)}`).at(-1), '---')
})

test('reads a numbered title with a gap between two rules, text right below it', () => {
  const rule = '-'.repeat(16)
  assert.equal(outline(`${rule}\n5.  SOUND CLOCKS\n${rule}\nThey strike.`), ['## 5.  SOUND CLOCKS', 'They strike.'])
})

test('reads a title over a rule that goes on over the page, and no sentence over one', () => {
  assert.equal(outline(`Page 12: Wrong Hour\n${'-'.repeat(60)}\n\nText.`), ['## Page 12: Wrong Hour', 'Text.'])
  assert.equal(outline(`The clock stops.\n${'-'.repeat(60)}\n\nText.`)[1], '---')
  assert.equal(outline(`Wrong Hour\n${'-'.repeat(60)}\nText.`)[1], '---')
})

test('reads titles that only blank lines set off, in articles of the CD that underline none', () => {
  const text = 'The manual says less.\n\nWinding the Clock\n\nTurn it twice.\n\nPage 21  The /W Option\n\nIt winds.'
  assert.equal(outlineCd(text), [
    'The manual says less.',
    '## Winding the Clock',
    'Turn it twice.',
    '## Page 21  The /W Option',
    'It winds.',
  ])
  assert.equal(outline(text).length, 5)
  assert.not.ok(outline(text).some((line) => line.startsWith('#')))
})

test('reads no such title where another is underlined, or a line announces it, or it is a sentence or the last line', () => {
  for (const text of [
    'Sample Code\n-----------\n\nWinding the Clock\n\nTurn it twice.',
    'The output is as follows:\n\nContoso Clock\n\nIt stops.',
    'Text.\n\nThe clock when wound by hand\n\nIt stops.',
    'Text.\n\nOR\n\nIt stops.',
    'Text.\n\nWinding the Clock',
  ])
    assert.is(outlineCd(text).filter((line) => /^#+ (?!Sample)/.test(line)).length, 0, text)
})

test.run()
