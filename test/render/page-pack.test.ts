import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  findPack,
  joinPages,
  type PackEntry,
  type PackedPage,
  splitPages,
  toPageFile,
  toPagePath,
  toShellAddress,
} from '../../src/render/page-pack.js'

const page = (path: string, main: string): PackedPage => ({ path, title: path, section: null, scripts: [], main })

test('gives back the pages of a pack, whatever characters they hold', () => {
  const pages = [page('a/', '<main>ü\n𝄞</main>'), page('b/', ''), page('c/', '<main>[["\\u2028]]</main>')]
  assert.equal(splitPages(joinPages(pages)), pages)
})

test('finds the pack that a name would be in', () => {
  const packs: readonly PackEntry[] = [
    ['about/', '1'],
    ['kb/214/', '2'],
    ['kb/300/Q300001/', '3'],
  ]
  assert.is(findPack(packs, 'about/'), 0)
  assert.is(findPack(packs, 'kb/214/Q214864/'), 1)
  assert.is(findPack(packs, 'kb/300/Q300001/'), 2)
  assert.is(findPack(packs, 'year/1999/'), 2)
  assert.is(findPack(packs, 'a'), -1)
  assert.is(findPack([], 'a'), -1)
})

test('knows the file of a page and the page of a file', () => {
  for (const [file, path] of [
    ['kb/214/Q214864/index.html', 'kb/214/Q214864/'],
    ['index.html', ''],
    ['404.html', '404.html'],
    ['kb/xindex.html', 'kb/xindex.html'],
  ] as const) {
    assert.is(toPagePath(file), path)
    assert.is(toPageFile(path), file)
  }
})

test('writes addresses of the shell without hiding their slashes', () => {
  assert.is(toShellAddress('kb/214/Q214864/'), 'page.html?p=kb/214/Q214864/')
  assert.is(toShellAddress('keyword/a&b#c/'), 'page.html?p=keyword/a%26b%23c/')
})

test.run()
