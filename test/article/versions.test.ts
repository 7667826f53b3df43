/** Versions: the grammar of the field, and each of its anomalies. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parseVersions } from '../../src/article/header/versions.js'

const test = suite('versions')

/** `winnt: 4.0 5.0` for each platform. */
function read(text: string, systems: readonly string[] = []): string[] {
  return parseVersions(text, systems).platforms.map(({ platform, versions }) => `${platform}: ${versions.join(' | ')}`)
}

test('splits segments at semicolons and versions at commas', () => {
  assert.equal(read('winnt:4.0,4.0 SP4; MACINTOSH:98'), ['winnt: 4.0 | 4.0 SP4', 'MACINTOSH: 98'])
})

test('takes a segment that begins with a colon for one without a platform', () => {
  assert.equal(read(':4.0 SP4,4.5'), ['null: 4.0 SP4 | 4.5'])
})

test('keeps a platform that has no version', () => {
  assert.equal(read('MS-DOS:; WINDOWS:3.1'), ['MS-DOS: ', 'WINDOWS: 3.1'])
})

test('finds nothing in an empty field, a lone colon or separators', () => {
  for (const text of ['', '  ', ':', ';', ':;:']) assert.equal(read(text), [], text)
})

test('splits a list of the older format at blanks', () => {
  assert.equal(read('5.1 6.0a 7.x'), ['null: 5.1 | 6.0a | 7.x'])
})

test('does not split a version of several words', () => {
  assert.equal(read('7.5 and later'), ['null: 7.5 and later'])
  assert.equal(read('winnt:Build 2.73.7269'), ['winnt: Build 2.73.7269'])
})

test('gives each column its system', () => {
  assert.equal(read('5.10   | 5.10 5.20', ['MS-DOS', 'OS/2']), ['MS-DOS: 5.10', 'OS/2: 5.10 | 5.20'])
  assert.equal(parseVersions('1.0 | 2.0', ['MS-DOS']).oddities, ['versions-columns', 'versions-columns-uneven'])
})

test('keeps two platforms of one list together', () => {
  assert.equal(read('WINDOWS|MACINTOS:1.0'), ['WINDOWS|MACINTOS: 1.0'])
})

test('begins a segment where its semicolon is missing', () => {
  assert.equal(read('windows:97, macintosh:1.0'), ['windows: 97', 'macintosh: 1.0'])
  assert.equal(read('MS-DOS:7.0 WINDOWS NT:1.0'), ['MS-DOS: 7.0', 'WINDOWS NT: 1.0'])
  assert.equal(read('WinNT:3.5 WFW:3.11 Win95'), ['WinNT: 3.5', 'WFW: 3.11', 'Win95: '])
})

test('does not take a word of a version for a platform', () => {
  assert.equal(read('winnt:7.5 and later,8.0'), ['winnt: 7.5 and later | 8.0'])
})

test('says that a list fills the field it was cut to', () => {
  assert.ok(parseVersions('5.1 6.0 6.0a 6.0ax 7.0 1.0 1.5 2').oddities.includes('versions-cut'))
  assert.not(parseVersions('5.1 6.0 6.0a').oddities.includes('versions-cut'))
})

test.run()
