/** From text to terms. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { indexTerms, isSeparator, MAX_TERM_LENGTH, tokenize, toTerms } from '../../src/search/analysis/analysis.js'

const test = suite('analysis')

const terms = (text: string) => tokenize(text).flatMap((token) => indexTerms(token))

const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['printing printers', ['print', 'printer']],
  ['mfc42u.dll', ['mfc42u.dll', 'mfc42u']],
  ['0x80004005', ['0x80004005', '80004005']],
  ['0x0000000A', ['0x0000000a', '0000000a', '0xa']],
  ['C:\\WINNT', ['c', 'winnt', 'c:\\winnt']],
  ['C++, C# and J++', ['c++', 'c#', 'j++']],
  ['AUTOEXEC.BAT.', ['autoexec.bat', 'autoexec']],
  ["printer's", ['printer']],
  ['65,535 bytes', ['65535', 'byte']],
  ['SetCursor(0,"x")', ['setcursor', '0', 'x']],
  ['Q214864 KB214864 214864', ['214864', '214864', '214864']],
  ['read-only: not found', ['read', 'only', 'not', 'found']],
  ['the =====', []],
  ['this was because of his', []],
  ['MS-DOS does', ['ms', 'dos']],
]
for (const [text, expected] of CASES)
  test(`${text} gives ${expected.join(' ') || 'nothing'}`, () => assert.equal(terms(text), expected))

test('an extra stands where its word stands', () => {
  assert.equal(toTerms('system\\mfc42.dll'), {
    words: ['system', 'mfc42.dll'],
    extras: ['mfc42', 'system\\mfc42.dll'],
    extraWords: [1, 0],
  })
})

test('long tokens are cut, and not inside a character', () => {
  assert.is(terms('x'.repeat(5_000))[0]?.length, MAX_TERM_LENGTH)
  for (const term of terms(`a${'𝒳'.repeat(100)}`)) assert.not.match(term, /[\ud800-\udbff]$/)
})

test('tokens end where Lunr ends them', () => {
  for (let code = 0; code < 0xffff; code++) {
    assert.is(isSeparator(code), /[\s-]/.test(String.fromCharCode(code)), String(code))
  }
})

test.run()
