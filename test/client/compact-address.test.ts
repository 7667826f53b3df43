import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readFullPath, readPagePath, toCompactAddress } from '../../src/client/compact/compact-address.js'

const ROOT = 'file:///home/eva/My%20Archive%20%231%20f%C3%BCr%20100%25/kb-archive/'
const BASE = `${ROOT}kb/214/Q214864/`

const CASES: readonly (readonly [link: string, address: string | null, why: string])[] = [
  ['../../130/Q130001/index.html', `${ROOT}page.html?p=kb/130/Q130001/`, 'an article'],
  ['../../130/Q130001/index.html#_status', `${ROOT}page.html?p=kb/130/Q130001/#_status`, 'a part of an article'],
  ['../../../product/os~2/2/index.html', `${ROOT}page.html?p=product/os~2/2/`, 'a list'],
  ['../index.html', `${ROOT}page.html?p=kb/214/`, 'a bucket'],
  ['../../../index.html', `${ROOT}index.html`, 'the home page, which stays a file'],
  ['../../../search/index.html?q=a+b', `${ROOT}search/index.html?q=a+b`, 'the search page, which stays a file'],
  ['../../../feed.xml', `${ROOT}feed.xml`, 'a file that is no page'],
  ['#_status', null, 'a part of the page itself'],
  ['https://example.org/index.html', null, 'another site'],
  ['mailto:eva@example.org', null, 'no page'],
  ['http://[', null, 'no address'],
]

for (const [link, address, why] of CASES)
  test(`leads ${link} to ${address ?? 'where it led'}: ${why}`, () => {
    assert.is(toCompactAddress(link, BASE, ROOT), address)
  })

test('leaves links alone that are rewritten already', () => {
  const address = `${ROOT}page.html?p=kb/130/Q130001/`
  assert.is(toCompactAddress(address, ROOT, ROOT), address)
})

test('takes a page with or without its file name, and numbers', () => {
  for (const asked of [
    'kb/214/Q214864/',
    '/kb/214/Q214864',
    'kb/214/Q214864/index.html',
    'Q214864',
    '214864',
    'KB214864',
  ])
    assert.is(readPagePath(`?p=${asked}`), 'kb/214/Q214864/', asked)
  assert.is(readPagePath('?p=kb/214/'), 'kb/214/')
  assert.is(readPagePath('?p=product/winnt'), 'product/winnt/')
  assert.is(readPagePath(''), '')
})

test("reads a permalink of the full edition below the site's root", () => {
  assert.is(readFullPath('/archive/kb/214/Q214864/', 'https://host/archive/'), 'kb/214/Q214864/')
  assert.is(readFullPath('/archive/year/1999', 'https://host/archive/'), 'year/1999/')
  assert.is(readFullPath('/other/', 'https://host/archive/'), null)
  assert.is(readFullPath('/archive/%', 'https://host/archive/'), null)
})

test.run()
