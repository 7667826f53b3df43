/** Languages of listings: strong evidence names one, anything less none. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { guessLanguage } from '../../src/article/text/language.js'

const test = suite('language')
const guess = (text: string, productCode: string | null = null) => guessLanguage(text.split('\n'), productCode)

test('names languages by lines that hardly another has', () => {
  assert.is(guess('#include <stdio.h>\nvoid main(void)\n{\n   printf("x");\n}'), 'c')
  assert.is(guess('class Clock : public Timer\n{\npublic:\n   Clock::Clock();\n};\ncout << x;'), 'cpp')
  assert.is(guess('Private Sub Form_Load()\n   Dim x As Clock\nEnd Sub'), 'vb')
  assert.is(guess('CLS\nPRINT x\nLOCATE 1, 2\nEND'), 'basic')
  assert.is(guess('SELECT name FROM clocks\nWHERE zone = 1'), 'sql')
  assert.is(guess('mov ax, bx\nint 21h\nret'), 'asm')
  assert.is(guess('[clock]\nzone=1\nname=Osprey'), 'ini')
  assert.is(guess('@echo off\nif exist clock.exe goto set\n:set'), 'batch')
  assert.is(guess('REGEDIT4\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Fabrikam]'), 'reg')
  assert.is(guess('<html>\n<body>\n<p>Clock</p>'), 'html')
})

test('takes the product for a hint', () => {
  assert.is(guess('SET TALK OFF', 'foxpro'), 'foxpro')
  assert.is(guess('SET TALK OFF'), null)
})

test('names none where one line speaks, where little does, or where two languages do', () => {
  assert.is(guess('x = 1;'), null)
  assert.is(guess(''), null)
  assert.is(guess('Clock.dll\nZone.dll\nRead.txt\n[x]'), null)
  assert.is(guess('eax=00000000 ebx=ffb604b8\nedi=00000005 ecx=00000001'), null)
})

test('judges a long line by its beginning', () => {
  assert.is(guess(`${'a'.repeat(100_000)}\n${'b = '.repeat(50_000)}`), null)
})

test.run()
