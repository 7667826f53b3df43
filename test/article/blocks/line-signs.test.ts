import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { lineKind } from '../../../src/article/blocks/evidence/line-evidence.js'
import { SIGNS, signsOf } from '../../../src/article/blocks/evidence/line-signs.js'

test('it finds each sign of a line once', () => {
  assert.is(signsOf('x == y;'), SIGNS.any | SIGNS.equals | SIGNS.statement)
})

test('it takes two blanks for a gap, and one for none', () => {
  assert.is(signsOf('a b'), SIGNS.any)
  assert.is(signsOf('a  b'), SIGNS.any | SIGNS.gap)
})

test('it finds nothing in characters beyond ASCII', () => {
  assert.is(signsOf('Größe \uff1d 1'), SIGNS.any)
})

/** A line for each pattern that is asked only where a sign of its own stands. */
const CODE = [
  ['a comment at the end', 'END WHILE  && of the loop'],
  ['a directive', '#include <clock.h>'],
  ['a tag', '<!-- The clock is set here by the user -->'],
  ['a banner', '***** CLOCK.C *****'],
  ['an assignment', 'Clock1.Caption = "It is the time of the day"'],
  ['a call', 'SetClock(hour, minute)'],
  ['a prompt', 'C:\\CLOCKS>dir'],
  ['the end of a statement', 'wind the clock;'],
  ['a line that goes on', 'Wind clock, _'],
  ['a member', 'Clock1.SetFocus'],
  ['a procedure with an underline', "sp_addclock 'hall'"],
  ['an operator', 'hour || minute'],
  ['a switch', 'clock /s'],
  ['a command', 'copy clock hall.txt'],
] as const

for (const [what, line] of CODE)
  test(`it takes ${what} for code`, () => {
    assert.is(lineKind(line), 'code')
  })

const COLUMNS = [
  ['a gap', 'Hall clock   brass'],
  ['bars', 'Hall  |  brass'],
  ['leaders', 'Hall.....brass'],
  ['a time stamp', 'Hall 11-07-97  8:39 wound'],
] as const

for (const [what, line] of COLUMNS)
  test(`it takes ${what} for columns`, () => {
    assert.is(lineKind(line), 'columns')
  })

test.run()
