/** Which codes of a text are error codes. */
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { findErrorCodes } from '../../src/pipeline/parse/error-codes.js'

const CODES: readonly (readonly [text: string, codes: readonly string[]])[] = [
  ['fails with 0x80004005 or &H80040E14', ['0x80004005', '0x80040E14']],
  ["Run-time error '91': Object variable not set", ['Run-time error 91']],
  ["Run-time error '-2147467259 (80004005)'", ['Run-time error -2147467259']],
  ['System error 1722 has occurred.', ['Error 1722']],
  ['the store stops with error -1018', ['Error -1018']],
  ['SQLState: IM002, native error 0', ['SQLSTATE IM002']],
  ['fatal error C1083: cannot open; error LNK2001; NMAKE: fatal error U1073', ['C1083', 'LNK2001', 'U1073']],
  ['Event ID: 1309\nSource: TarnMailDS\nDescription: none', ['Event ID 1309, TarnMailDS']],
  ['Source: Tarn Mail\nEvent ID: 12', ['Event ID 12, Tarn Mail']],
  ['Event ID 2000 is logged', ['Event ID 2000']],
]
for (const [text, codes] of CODES)
  test(`it finds ${codes.join(', ')}`, () => assert.equal(findErrorCodes([text]), codes))

test('a stop code is one, its parameters are not', () => {
  const codes = findErrorCodes(['STOP: 0x0000001E (0xC0000005, 0x80114A2F, 0x00000000, 0x8004005A)'])
  assert.equal(codes, ['STOP 0x0000001E'])
})

const NONE = [
  'the driver is at 0x80114A2F, the next at 0x8001C2D0',
  'a buffer of 0x80000 bytes',
  'error 5.2 of the manual',
  'no errors 100 times',
  'part C1083 of the set',
  'the second error message',
]
for (const text of NONE) test(`it finds no code in: ${text}`, () => assert.equal(findErrorCodes([text]), []))

test.run()
