/** Pasted errors: what is left out of the search, and what the rest is recognised as. */
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parseQuery } from '../../src/search/query/parse-query.js'
import { recognise } from '../../src/search/query/recognise.js'

const test = suite('paste')

const words = (text: string) => parseQuery(text).clauses.map(({ term }) => term)
const parts = (text: string) => recognise(text).parts.map(({ kind, text: part }) => [kind, part])

const EVENT = `Event Type:\tError
Event Source:\tContosoIS Private
Event Category:\tGeneral
Event ID:\t1025
Date:\t\t1/12/1999
Time:\t\t10:34:56 AM
User:\t\tN/A
Computer:\tCONTOSO-SRV01
Description:
The tray store "C:\\TRAY" stopped: error 0xfffffc07 at 10:34.
Data:
0000: 4a 00 00 00 00 00 00 00   J.......`

test('searches a pasted event for its source, id and description', () => {
  assert.equal(words(EVENT), [
    ...['contosois', 'private', '1025', 'the', 'tray', 'store', '"c:\\tray"', 'stopped:', 'error', '0xfffffc07', 'at'],
    '.',
  ])
})

test('names the parts of a pasted event', () => {
  assert.equal(parts(EVENT), [
    ['event-source', 'ContosoIS Private'],
    ['event-id', '1025'],
    ['description', 'The tray store "C:\\TRAY" stopped: error 0xfffffc07 at 10:34.'],
    ['error-code', '0xfffffc07'],
  ])
  assert.match(recognise(EVENT).message ?? '', /^The tray store "C:\\TRAY" stopped: error 0xfffffc07 at/)
})

test('reads the fields of an event in any order, and several in a line', () => {
  assert.equal(words('Event ID: 7001 Source: Tray Manager Type: Error\nDescription: The tray depends on the queue.'), [
    ...['7001', 'tray', 'manager', 'the', 'depends', 'on', 'queue.'],
  ])
  assert.equal(words('Source: Tray\r\nEvent ID: 9\r\nDescription: Date: and User: are fields of the tray.'), [
    ...['tray', '9', 'date:', 'and', 'user:', 'are', 'fields', 'of', 'the', 'tray.'],
  ])
})

test('does not take one label for an event', () => {
  assert.equal(words('Type: the name\nof the tray'), ['type:', 'the', 'name', 'of', 'tray'])
})

test('searches a stop screen for its code, its name and the module at fault', () => {
  const screen = `*** STOP: 0x0000001E (0xC0000005,0x80106FC0,0x8025EA21,0xFD829DE0)
KMODE_EXCEPTION_NOT_HANDLED*** Address fd829de0 has base at fd829000 - i8042prt.sys

CPUID:GenuineIntel 5.2.c irql:1f SYSVER 0xf0000565

Dll Base DateStmp - Name               Dll Base DateStmp - Name
80100000 3202c07e - ntoskrnl.exe       80010000 31ee6c52 - hal.dll
80001000 31ed06b4 - atapi.sys          80006000 31ec6c74 - SCSIPORT.SYS

Address dword dump   Build [1381]                            - Name
fe9cdaec fa84003c fa84003c 00000000 00000000 80149905 - SYMEVENT.SYS

Restart and set the recovery options.`
  assert.equal(words(screen), [
    ...['***', 'stop:', '0x0000001e', 'kmode_exception_not_handled***', 'i8042prt.sys', 'restart', 'and', 'set'],
    ...['the', 'recovery', 'options.'],
  ])
  assert.equal(parts(screen), [
    ['stop-code', '0x0000001E'],
    ['stop-code', 'KMODE_EXCEPTION_NOT_HANDLED'],
    ['file', 'i8042prt.sys'],
  ])
})

test('leaves out the parameters of a stop that is typed', () => {
  const { clauses, isPlain } = parseQuery('STOP 0x0000001E (0xC0000005, 0x80106FC0, 0x8025EA21, 0xFD829DE0)')
  assert.equal(
    clauses.map(({ term }) => term),
    ['stop', '0x0000001e'],
  )
  assert.ok(isPlain)
})

test('searches a page fault for its message and its module, not for registers, bytes and stack', () => {
  const fault = `CONTOSO caused an invalid page fault in
module TRAY32.DLL at 0137:bff9d709.
Registers:
EAX=00000000 CS=0137 EIP=bff9d709 EFLGS=00010246
EBX=00000001 SS=013f ESP=0063f8a4 EBP=0063f8c0
Bytes at CS:EIP:
53 8b 15 e4 9c fc bf 56 89 4d e4 57 89 4d dc 89
Stack dump:
0063f9c4 0063fe68 0063f9e0 bff7b9c5`
  assert.equal(words(fault), ['contoso', 'caused', 'an', 'invalid', 'page', 'fault', 'in', 'module', 'tray32.dll', '.'])
  assert.equal(parts(fault), [['module', 'TRAY32.DLL']])
})

test("searches Dr. Watson's log for the application and the exception", () => {
  const log = `Application exception occurred:
        App: exe\\contoso.dbg (pid=123)
        When: 1/2/1999 @ 12:33:44.123
        Exception number: c0000005 (access violation)

*----> System Information <----*
        Computer Name: CONTOSO-SRV01
        User Name: somebody

*----> Task List <----*
   0 Idle.exe
   2 System.exe

*----> Module List <----*
(00400000 - 00405000) exe\\contoso.dbg

*----> State Dump for Thread Id 0x5a <----*
eax=00000000 ebx=00000001 ecx=77f0421c edx=00000000 esi=00000000 edi=00000000

function: RaiseTray

*----> Raw Stack Dump <----*
0012fe44  77 f1 00 00 00 00 00 00`
  const found = words(log)
  for (const word of ['exe\\contoso.dbg', 'c0000005', '(access', 'violation)', 'raisetray'])
    assert.ok(found.includes(word), word)
  for (const word of ['idle.exe', 'somebody', '00400000', '1/2/1999', 'eax=00000000'])
    assert.not.ok(found.includes(word), word)
})

test('leaves out the buttons and rules of a message box', () => {
  const box =
    '---------------------------\nTray Setup\n---------------------------\nCannot open the tray.\n---------------------------\nOK   Cancel   \n---------------------------'
  assert.equal(words(box), ['tray', 'setup', 'cannot', 'open', 'the', 'tray.'])
})

test('searches for all words of a paste that would have none left', () => {
  assert.ok(words('80100000 3202c07e\n80010000 31ee6c52').length > 0)
})

test('keeps versions, which look like dates', () => {
  assert.equal(words('tray 4.0.1381\n5.5.2652.19 fails'), ['tray', '4.0.1381', '5.5.2652.19', 'fails'])
})

test('gives each part where it stands in the text, and a search text as long as what was read', () => {
  const line = fc.constantFrom(
    ...EVENT.split('\n'),
    'STOP: 0x0000001E (0xC0)',
    '*----> Task List <----*',
    '53 8b 15',
    'é',
    '',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.string({ unit: 'binary' })), { maxLength: 30 }), (lines) => {
      const text = lines.join('\n')
      const { parts: found, sought } = recognise(text)
      for (const part of found) assert.is(text.slice(part.start, part.end), part.text)
      assert.is(sought.length, Math.min(text.length, 16_384))
    }),
  )
})

test.run()
