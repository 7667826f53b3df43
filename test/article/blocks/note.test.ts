/** Notes: labels, the list below a bare label, and sentences that only begin alike. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { noteLabel } from '../../../src/article/blocks/note.js'
import { outline } from '../outline.js'

const test = suite('note')

test('reads a paragraph that begins with a label, and keeps the label in its text', () => {
  for (const label of [
    'NOTE:',
    'Note:',
    'WARNING:',
    'IMPORTANT:',
    'CAUTION:',
    'Tip:',
    'NOTE 2:',
    'NOTE -',
    'Please note:',
  ])
    assert.equal(outline(`${label} The clock stops.`), [`! ${label} The clock stops.`])
})

test('names the kind of a note without number, plural and colon', () => {
  assert.is(noteLabel('Notes: a'), 'NOTE')
  assert.is(noteLabel('Warning 3: a'), 'WARNING')
})

test('belongs to the item at whose text it stands', () => {
  assert.equal(outline('1. Stop.\n\n   NOTE: Not now.\n\n2. Go.'), ['1. Stop.', '  ! NOTE: Not now.', '2. Go.'])
})

test('takes in the list below a bare label', () => {
  assert.equal(outline('NOTES:\n\n - One\n\n - Two'), ['! NOTES:', '! - One', '! - Two'])
})

test('takes in nothing where the label has a text', () => {
  assert.equal(outline('NOTE: Choose one:\n\n - One'), ['! NOTE: Choose one:', '- One'])
})

test('takes in no paragraph below a bare label', () => {
  assert.equal(outline('NOTES:\n\nThe clock stops.'), ['! NOTES:', 'The clock stops.'])
})

test('takes no sentence for a note', () => {
  for (const text of [
    'Note that it stops.',
    'Warnings are shown.',
    'Important as it is, it stops.',
    'Tips and tricks',
    'Noted: x',
  ])
    assert.is(noteLabel(text), null)
})

test('reads labels without a colon: in capitals before a sentence, and alone on a line', () => {
  assert.is(noteLabel('NOTE When the clock is set, it runs.'), 'NOTE')
  assert.is(noteLabel('WARNING The clock stops.'), 'WARNING')
  assert.is(noteLabel('IMPORTANT NOTE: The clock stops.'), 'NOTE')
  assert.equal(outline('NOTES\n\n - One'), ['! NOTES', '! - One'])
})

test('takes no title and no name for a label', () => {
  for (const text of [
    'NOTE PAD FILES',
    'WARNING MESSAGES ARE SHOWN',
    'Note When',
    'NOTEPAD The program',
    'IMPORTANT Topics',
  ])
    assert.is(noteLabel(text), null)
})

test('quotes a message that begins like a note', () => {
  const message = 'Warning: The clock has stopped.'
  assert.equal(outline(`You receive this error message:\n\n   ${message}`)[1], `> ${message}`)
  assert.equal(outline(`To set the clock:\n\n   ${message}`)[1], `! ${message}`)
})

test.run()
