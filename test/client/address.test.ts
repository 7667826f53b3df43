/** Permalinks and the addresses under which articles were once known. */
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { findNearest, readArticleNumber, toPermalinkPath } from '../../src/client/address.js'

const KNOWN: readonly (readonly [string, string, number])[] = [
  ['/Q214864', '', 214864],
  ['/q214864', '', 214864],
  ['/kb/Q214864', '', 214864],
  ['/kb/214864', '', 214864],
  ['/archive/KB/214/q214864/', '', 214864],
  ['/kb/214/Q214864/index.html', '', 214864],
  ['/kb/214/Q214864.TXT', '', 214864],
  ['/KB214864', '', 214864],
  ['/kb/214864/en-us', '', 214864],
  ['/support/kb/articles/q214/8/64.asp', '', 214864],
  ['/default.aspx', '?scid=kb;en-us;214864', 214864],
  ['/default.aspx', '?scid=kb%3BEN-US%3BQ214864', 214864],
  ['/', '?id=kb;214864', 214864],
  ['/', '?kbid=214864', 214864],
  ['/default.aspx', '?KBID=Q214864&x=11', 214864],
  ['/default.aspx', '?scid=kb%3Ben-us%3B214864&x=11', 214864],
  ['/search/viewDoc.aspx', '?docID=KB214864', 214864],
  ['/kb/010/Q010022/', '', 10022],
  ['/Q12', '', 12],
]
for (const [path, search, number] of KNOWN)
  test(`it reads ${number} from ${path}${search}`, () => assert.is(readArticleNumber(path, search), number))

const UNKNOWN: readonly (readonly [string, string])[] = [
  ['/', ''],
  ['/kb/214/', ''],
  ['/year/1999/', ''],
  ['/product/winnt/2/', ''],
  ['/Q12345678', ''],
  ['/quick', ''],
  ['/', '?page=214864'],
]
for (const [path, search] of UNKNOWN)
  test(`it reads no article from ${path}${search}`, () => assert.is(readArticleNumber(path, search), null))

test('it takes the file name off a permalink and off nothing else', () => {
  assert.is(toPermalinkPath('/kb/214/Q214864/index.html'), '/kb/214/Q214864/')
  assert.is(toPermalinkPath('/404.html'), '/404.html')
  assert.is(toPermalinkPath('/my-index.html'), '/my-index.html')
})

test('it finds the nearest numbers, closest first', () => {
  const numbers = [10, 20, 30, 40]
  assert.equal(findNearest(numbers, 22, 3), [20, 30, 10])
  assert.equal(findNearest(numbers, 5, 2), [10, 20])
  assert.equal(findNearest(numbers, 99, 2), [40, 30])
  assert.equal(findNearest([], 5, 2), [])
})

test.run()
