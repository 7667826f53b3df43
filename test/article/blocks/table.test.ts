/** Tables: segmented rules, full rules, boxes, and the drawings and sums that are none. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { outline, sectionsOf } from '../outline.js'

const test = suite('table')

test('reads a table with a rule for each column', () => {
  assert.equal(
    outline(
      '   Item    Name      Size\n   ----    ----      ----\n\n   A1      Clock     12 KB\n   A2      Alarm      8 KB',
    ),
    ['| Item | Name | Size |', '| A1 | Clock | 12 KB |', '| A2 | Alarm | 8 KB |'],
  )
})

test('reads a table with one rule under all columns', () => {
  assert.equal(
    outline(
      '   File name    Version\n   ---------------------\n   Clock.dll    5.5.2434.0\n   Alarm.exe    5.5.2434.0',
    ),
    ['| File name | Version |', '| Clock.dll | 5.5.2434.0 |', '| Alarm.exe | 5.5.2434.0 |'],
  )
})

test('finds the columns where header and rows do not quite agree', () => {
  const text =
    '   Date       Time    Version       Size    File name\n   --------------------------------------------------\n   09/12/2000 07:37p  5.0:2195.2194 357,136 Clock.dll'
  assert.equal(outline(text)[1], '| 09/12/2000 | 07:37p | 5.0:2195.2194 | 357,136 | Clock.dll |')
})

test('joins headers of two lines, and cells that go on below', () => {
  assert.equal(
    outline('Menu       Item\nName       Name\n--------------------\nFile       Opens a file of any\n           kind.'),
    ['| Menu Name | Item Name |', '| File | Opens a file of any kind. |'],
  )
})

test('reads rows that blank lines part', () => {
  assert.equal(outline('Key       Does\n---       ----\n\nF1        Helps.\n\nF2        Saves.').length, 3)
})

test('stands numbers right', () => {
  const [section] = sectionsOf('Name      Size\n----      ----\na         1,024\nb            12')
  const [table] = section?.children ?? []
  assert.equal(table?.type === 'table' ? table.align : [], [null, 'right'])
})

test('begins a second table at its own header', () => {
  const table = '   Name      Size\n   --------------\n   Clock     12'
  assert.equal(sectionsOf(`${table}\n\n${table}`)[0]?.children.length, 2)
})

test('reads a box, and a cell that was broken without a bar', () => {
  const rule = '+------------------+'
  assert.equal(outline(`${rule}\n| Name  | Kind     |\n${rule}\n| Clock | of the\nserver | \n${rule}`), [
    '| Name | Kind |',
    '| Clock | of the server |',
  ])
})

test('gives a box without titles an empty header', () => {
  const rule = '+---------------------+'
  assert.equal(outline(`${rule}\n| Clock.dll | 5.0.1 | \n${rule}`), ['|  |  |', '| Clock.dll | 5.0.1 |'])
})

test('begins and ends a box inside a chunk', () => {
  const rule = '+--------------+'
  assert.equal(
    outline(`The files are:\n${rule}\n| Name  | Kind |\n${rule}\n| Clock | Time |\n${rule}\nNothing else is.`),
    ['The files are:', '| Name | Kind |', '| Clock | Time |', 'Nothing else is.'],
  )
})

test('ends before the prose below it', () => {
  const text =
    'Platform      Servers\n---------------------\nClock NT      no limit\n\nThe number of servers depends on the network that the clock runs in.'
  assert.equal(outline(text).slice(2), ['The number of servers depends on the network that the clock runs in.'])
})

test('takes no heading for a table, and no sum', () => {
  assert.equal(outline('Sample Code\n-----------\n\nText here.'), ['## Sample Code', 'Text here.'])
  assert.not.ok(
    outline(
      '   First string   = 20 bytes\n   Second string  =  1 byte\n                    --------\n   Together         21 bytes',
    )[0]?.startsWith('|'),
  )
})

test('takes no drawing for a table', () => {
  const drawing = '+------+     +------+\n| left |---->| right|\n+------+     +------+'
  assert.not.ok(outline(drawing)[0]?.startsWith('|'))
})

test('takes no header without rows for a table', () => {
  assert.not.ok(outline('   Name      Size\n   --------------')[0]?.startsWith('|'))
})

test('finds the header that lost its indentation', () => {
  assert.equal(outline('Code     Meaning\n   -----------------\n   00H      No error\n   01H      Clock'), [
    '| Code | Meaning |',
    '| 00H | No error |',
    '| 01H | Clock |',
  ])
})

test('goes on with a row of its first column alone, unless it announces something', () => {
  const table = (line: string) =>
    outline(`   Key      Action\n   ------------------\n   F1       Help\n\n   ${line}\n\n   F3       Find`)
  assert.equal(table('Clocks'), ['| Key | Action |', '| F1 | Help |', '| Clocks |  |', '| F3 | Find |'])
  assert.equal(table('Clocks:')[2], '> Clocks:')
})

test.run()
