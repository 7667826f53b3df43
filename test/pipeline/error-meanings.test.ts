/** What error codes mean: where a text says it, and what is taken when articles differ. */
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { chooseMeaning } from '../../src/pipeline/catalog/choose-meaning.js'
import { findErrorMeanings } from '../../src/pipeline/parse/error-meanings.js'

const GIVEN = [
  ['The call returns 0x80070057 (E_INVALIDARG).', '0x80070057', 'E_INVALIDARG'],
  ['It fails with E_OUTOFMEMORY (0x8007000E).', '0x8007000E', 'E_OUTOFMEMORY'],
  ['STOP: 0xA (0x00000000, 0x00000002) IRQL_NOT_LESS_OR_EQUAL', 'STOP 0x0000000A', 'IRQL_NOT_LESS_OR_EQUAL'],
  [
    "Run-time error '429':\nActiveX component can't create object",
    'Run-time error 429',
    "ActiveX component can't create object",
  ],
  ['System error 1722: The RPC server is unavailable. Try again.', 'Error 1722', 'The RPC server is unavailable'],
  ['fatal error C1004: unexpected end of file found', 'C1004', 'unexpected end of file found'],
] as const

for (const [text, code, meaning] of GIVEN)
  test(`it reads the meaning of ${code}`, () => assert.is(findErrorMeanings([text]).get(code), meaning))

test('it leaves out sentences about one case, and other codes', () => {
  const texts = [
    "error C2065: 'count' : undeclared identifier",
    'error LNK2001: unresolved external symbol "_main"',
    'Error 100: see Error 1722 below',
    'Error 352: Unable to open file, rc=618',
  ]
  assert.equal([...findErrorMeanings(texts)], [])
})

test('it leaves out the quotes around a message, not those in it', () => {
  const quoted = '"System error 1722: The RPC server is unavailable."\n\nError 5555: "Access is denied"'
  assert.equal([...findErrorMeanings([quoted]).values()], ['The RPC server is unavailable', 'Access is denied'])
  assert.is(findErrorMeanings(["error C2238: unexpected token(s) preceding ';'"]).size, 0)
})

test('it does not read a run-time error as another error', () => {
  assert.equal([...findErrorMeanings(['Run-time error 429: Cannot create object']).keys()], ['Run-time error 429'])
})

test('it keeps the first meaning of a text', () => {
  assert.is(findErrorMeanings(['Error 500: First thing.', 'Error 500: Second thing.']).get('Error 500'), 'First thing')
})

test('it takes the meaning that most articles give, in its commonest spelling', () => {
  const given = [
    ['Out of memory', 2],
    ['out of memory', 1],
    ['Type mismatch', 2],
  ] as const
  assert.is(chooseMeaning(new Map(given)), 'Out of memory')
})

test('it takes none that a single article gives, or that as many contradict', () => {
  assert.is(chooseMeaning(new Map([['Out of memory', 1]])), null)
  assert.is(
    chooseMeaning(
      new Map([
        ['Out of memory', 2],
        ['Type mismatch', 2],
      ]),
    ),
    null,
  )
  assert.is(chooseMeaning(new Map()), null)
})

test.run()
