/** From text to terms. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { indexTerms, isSeparator, MAX_TERM_LENGTH, tokenize, toTerms } from '../../src/search/analysis/analysis.js'
import { starTerms } from '../../src/search/analysis/star-terms.js'

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

test('leaves accents out, of composed letters and of those with marks', () => {
  for (const [text, term] of [
    ['café', 'cafe'],
    ['cafe\u0301', 'cafe'],
    ['Ångström', 'angstrom'],
    ['\u212bngstr\u00f6m', 'angstrom'],
    ['Straße', 'strass'],
    ['Strasse', 'strass'],
    ['Œuvre', 'oeuvr'],
    ['Fußballgröße', 'fussballgross'],
  ] as const)
    assert.equal(tokenize(text).flatMap(indexTerms), [term], text)
})

test('keeps the marks of scripts in which they tell words apart', () => {
  assert.equal(indexTerms('が'), ['が'])
  assert.equal(indexTerms('한글'), ['한글'])
})

test('a star stands for the stems of words that begin or end so, besides what fits it', () => {
  for (const [pattern, terms] of [
    ['service*', ['servic']],
    ['registry*', ['registri']],
    ['install*', ['instal']],
    ['installa*', ['instal']],
    ['files*', ['file']],
    ['printing*', ['print']],
    ['*services', ['*servic']],
    ['print*', []],
    ['poli*', []],
    ['mfc42.d*', []],
    ['*', []],
  ] as const)
    assert.equal(starTerms(pattern), terms, pattern)
})

test.run()
