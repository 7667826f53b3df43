/** Dates: the three spellings of the forms, and no others. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parseDate } from '../../src/article/header/dates.js'

const test = suite('dates')

test('reads a day, an English month and a year', () => {
  assert.is(parseDate('11-JUN-2002'), '2002-06-11')
  assert.is(parseDate('4-may-1988'), '1988-05-04')
})

test('reads month before day where all are numbers', () => {
  assert.is(parseDate('05-16-1995'), '1995-05-16')
  assert.is(parseDate('8/23/2001'), '2001-08-23')
})

test('knows leap years', () => {
  assert.is(parseDate('29-FEB-2000'), '2000-02-29')
  assert.is(parseDate('29-FEB-1900'), null)
})

test('reads nothing that no calendar has', () => {
  for (const text of ['31-FEB-1999', '00-JAN-1999', '32-JAN-1999', '13-13-1999', '16-05-1995', '11-XYZ-2002'])
    assert.is(parseDate(text), null, text)
})

test('reads nothing that is no date', () => {
  for (const text of ['', 'JUN-2002', '11 JUN 2002', '11-JUN-2002x', '1-2']) assert.is(parseDate(text), null, text)
})

test('reads two digits of a year, and dates that are ISO already', () => {
  assert.is(parseDate('13-Dec-01'), '2001-12-13')
  assert.is(parseDate('5/16/95'), '1995-05-16')
  assert.is(parseDate('2002-06-11'), '2002-06-11')
  assert.is(parseDate('2002-13-11'), null)
})

test.run()
