import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  findPack,
  joinPages,
  type PackEntry,
  type PackedPage,
  splitPages,
  toPackGroup,
  toPackKey,
  toPageFile,
  toPagePath,
  toShellAddress,
} from '../../src/render/page-pack.js'

const page = (path: string, main: string): PackedPage => ({ path, title: path, section: null, scripts: [], main })

test('gives back the pages of a pack, whatever characters they hold', () => {
  const pages = [page('a/', '<main>ü\n𝄞</main>'), page('b/', ''), page('c/', '<main>[["\\u2028]]</main>')]
  assert.equal(splitPages(joinPages(pages)), pages)
})

/** Original texts as the site's page has them; one of an article that is in no pack. */
const ORIGINALS = page(
  'kb/214/originals-8/',
  '<main><h1>Original texts</h1><section id=Q214803>three</section><section id="Q214811">eleven</section><section id=Q214899>?</section></main>',
)

test('puts each original text behind its article', () => {
  const pages = [
    ORIGINALS,
    page('kb/214/Q214803/', '<main>Three</main>'),
    page('kb/214/Q214811/', '<main>Eleven</main>'),
  ]
  const text = joinPages(pages)
  assert.match(
    text,
    /<main>Three<\/main><section id=Q214803>three<\/section>.*\n<main>Eleven<\/main><section id="Q214811">/,
  )
  assert.equal(splitPages(text), pages)
})

test('gives back original texts that stand in another order than their articles', () => {
  const pages = [page('kb/214/Q214811/', '<main>11</main>'), page('kb/214/Q214803/', '<main>3</main>'), ORIGINALS]
  assert.equal(splitPages(joinPages(pages)), pages)
})

test('keeps the pages of a hundred numbers together, in the order of their keys', () => {
  const paths = ['kb/214/', 'kb/214/originals-8/', 'kb/214/Q214803/', 'kb/214/Q214899/', 'kb/214/originals-9/']
  const keys = paths.map(toPackKey)
  assert.equal([...keys].sort(), keys)
  assert.is(new Set(keys).size, keys.length)
  assert.equal(paths.map(toPackGroup), [
    'kb/214/',
    'kb/214/originals-8/',
    'kb/214/originals-8/',
    'kb/214/originals-8/',
    'kb/214/originals-9/',
  ])
  assert.is(toPackGroup('kb/087/Q87450/'), 'kb/087/originals-4/')
  assert.is(toPackGroup('kb/087/originals-4/'), 'kb/087/originals-4/')
})

test('finds the pack that a key would be in', () => {
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
