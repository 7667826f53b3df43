/** Code: what is one, how chunks join into one listing, and what is no code. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { outline, outlineCd, sectionsOf } from '../outline.js'

const test = suite('code')

test('reads a listing with the blank lines inside it as one block, its shared indent removed', () => {
  assert.equal(outline('   Sub Main()\n\n      Clock.Reset\n\n   End Sub'), [
    '`Sub Main()`',
    '``',
    '`   Clock.Reset`',
    '``',
    '`End Sub`',
  ])
})

test('takes a plain head and a bare tail into the listing', () => {
  assert.equal(outline('1. Add this:\n\n   Option Explicit\n\n   Dim x As Clock\n\n   TestClock'), [
    '1. Add this:',
    '  `Option Explicit`',
    '  ``',
    '  `Dim x As Clock`',
    '  ``',
    '  `TestClock`',
  ])
})

test('keeps tabs inside a listing', () => {
  assert.equal(outline('   if (x) {\n   \treturn 1;\n   }'), ['`if (x) {`', '`\treturn 1;`', '`}`'])
})

test('reads keys, paths and commands', () => {
  for (const line of [
    'HKEY_LOCAL_MACHINE\\Software\\Contoso',
    'C:\\CLOCK\\clock.exe /s',
    'net use x: \\\\server\\share',
    'load=clock.exe',
  ])
    assert.equal(outline(`Type this:\n\n   ${line}`), ['Type this:', `\`${line}\``])
})

test('reads what is set off far', () => {
  assert.equal(outline('Text.\n\n         Clock On'), ['Text.', '`Clock On`'])
})

test('reads columns without a header, and terms with their meanings', () => {
  assert.equal(outline('Files:\n\n   Clock     version 1.1\n   Alarm     version 1.02'), [
    'Files:',
    '`Clock     version 1.1`',
    '`Alarm     version 1.02`',
  ])
  assert.equal(outline('/s   Sets the clock to the\n     time of the server.'), [
    '`/s   Sets the clock to the`',
    '`     time of the server.`',
  ])
})

test('reads a copy of a terminal to its end', () => {
  const text = '   C:\\>clock -p\n   Clock Version 1.0\n\n   The clock was set to the time of the server.'
  assert.equal(outline(text).length, 4)
})

test('reads lines that are announced as output', () => {
  assert.equal(outlineCd('Output:\n\nA: 16 (was 1)\nB: 1 (was 16)'), ['Output:', '`A: 16 (was 1)`', '`B: 1 (was 16)`'])
})

test('reads code at the left in the articles of the CD, up to the prose below it', () => {
  const prose = 'The program above sets the clock, which is what the manual says that it\nshould not do in this mode.'
  assert.equal(outlineCd(`CLS\nFOR i = 1 TO 3\n  PRINT i\nNEXT\n\n${prose}`), [
    '`CLS`',
    '`FOR i = 1 TO 3`',
    '`  PRINT i`',
    '`NEXT`',
    prose.replace('\n', ' '),
  ])
})

test('keeps a comment that is open over blank lines', () => {
  assert.equal(outlineCd('/* The first line\n\nThe second line of the comment.\n\n*/\nint x;').length, 6)
})

test('names the language where the evidence is strong', () => {
  const [section] = sectionsOf('   #include <stdio.h>\n\n   void main(void)\n   {\n      printf("x");\n   }')
  const [code] = section?.children ?? []
  assert.is(code?.type === 'code' ? code.lang : '', 'c')
})

test('ends at a separator, a reference, a note and a table', () => {
  assert.equal(outline('   x = 1;\n\n   -or-\n\n   y = 2;'), ['`x = 1;`', '-or-', '`y = 2;`'])
  assert.equal(outline('   x = 1;\n\n   Q123456 The Clock Stops'), [
    '`x = 1;`',
    '[Q123456 The Clock Stops](/kb/123/Q123456/)',
  ])
  assert.equal(outline('   x = 1;\n\n   NOTE: Not y.'), ['`x = 1;`', '! NOTE: Not y.'])
})

test('takes no wrapped prose for code, nor a message', () => {
  assert.equal(outline('You receive:\n\n   The clock cannot be set. Make sure that it\n   runs, and try again.'), [
    'You receive:',
    '> The clock cannot be set. Make sure that it runs, and try again.',
  ])
})

test('takes no message for code because it names a file', () => {
  assert.equal(outline('   Clock caused a fault in module CLOCK.EXE at the given address.'), [
    '> Clock caused a fault in module CLOCK.EXE at the given address.',
  ])
})

test('takes no field group for code', () => {
  assert.equal(outline('   Event ID: 4164\n   Source: Clock\n   Category: Time'), [
    '> Event ID: 4164 / Source: Clock / Category: Time',
  ])
})

test('takes no single line at the left for code', () => {
  assert.equal(outline('For the following statement\n\nClock.exe'), ['For the following statement', 'Clock.exe'])
})

test('keeps columns at the left edge, though lines of one length look wrapped', () => {
  const lines = [
    'clock.vxd            21,657  07-11-1995  9:50:00a',
    'alarm.vxd            99,084  07-11-1995  9:50:00a',
  ]
  assert.equal(
    outline(`The files are:\n\n${lines.join('\n')}`).slice(1),
    lines.map((line) => `\`${line}\``),
  )
})

test('tells columns two blanks apart from sentences two blanks apart', () => {
  assert.equal(outline('   0156f6d0  004e7348  0156f718\n   0156ff20  004e999c  0156f718').length, 2)
  assert.equal(outline('   The clock stops.  Set it.  It runs.'), ['> The clock stops.  Set it.  It runs.'])
})

test('takes a quoted name at the start of a message for no comment', () => {
  assert.equal(outline("   'clock'. Verify that it runs."), ["> 'clock'. Verify that it runs."])
  assert.equal(outline("   ' Verify that it runs."), ["`' Verify that it runs.`"])
})

test('reads statements behind line numbers, and no sentence behind one', () => {
  assert.equal(outline('   10 ON ERROR GOTO 30\n   20 PRINT A'), ['`10 ON ERROR GOTO 30`', '`20 PRINT A`'])
  assert.equal(outline('   10 Clocks were set.'), ['> 10 Clocks were set.'])
})

test('goes on over the comments of FoxPro, inside an item, too', () => {
  const text = '1. Run this:\n\n   LOCAL oClock\n\n   * Create the clock\n   oClock = CREATE("clock")'
  assert.is(outline(text, { productCode: 'foxpro' }).filter((line) => line.startsWith('  `')).length, 4)
})

test('ends prose above a listing, though its last line is short', () => {
  const text = 'The following is from the file that comes with the\nclock.\n\n/* sets the clock */\nint set(int hour);'
  assert.equal(outlineCd(text).slice(-2), ['`/* sets the clock */`', '`int set(int hour);`'])
  assert.ok(outlineCd(text)[0]?.startsWith('The following'))
})

test('reads a drawing as one block, whatever its parts look like', () => {
  for (const text of [
    '   +----------+----------+\n   | width, in pixels    |  <-- two bytes\n   +----------+----------+\n   | b1 | b2  |  <-- four\n   +----+-----+',
    '         /\\\n         ||\n   +--------------+\n   | Clock Engine |\n   +--------------+',
    '    ------------------------\n   |      Clock Detail      |\n   |------------------------|\n   |  No detail available.  |\n    ------------------------',
    '            ------------| Server1 |-----------\n           | Net1                        Net2 |\n    -----------                     -----------\n   | Clock1    |                   | Clock2    |\n    -----------                     -----------',
  ]) {
    const drawn = outline(`As follows:\n\n${text}\n\nIt stops.`)
    assert.equal(
      drawn.filter((line) => !line.startsWith('`')),
      ['As follows:', 'It stops.'],
      text,
    )
    assert.is(drawn.length, text.split('\n').length + 2, text)
  }
})

test('reads a box with columns as a table, also below a line that announces it', () => {
  const box = '+------+------+\n| Name | Size |\n+------+------+\n| a    | 1    |\n+------+------+'
  assert.match(outline(box)[0] ?? '', /^\|/)
  assert.match(outline(box.replace(/^/gm, '   '))[0] ?? '', /^\|/)
  assert.match(outline(`The files are:\n${box}`)[1] ?? '', /^\|/)
})

test('reads wrapped sentences of the CD that end in a number as text', () => {
  const text = 'This problem does not occur in Contoso Clock versions 2.00, 2.01, and\n3.00.'
  assert.equal(outlineCd(text), [text.replace('\n', ' ')])
})

test.run()
