/** Paths: what a number or a value becomes in a URL. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { articlePath, bucketOf, facetPath, listPagePath, toSlug } from '../../src/render/paths.js'

const paths = suite('paths')

paths('puts an article into the bucket of its first three of six digits', () => {
  assert.is(articlePath(214864), 'kb/214/Q214864/')
  assert.is(articlePath(10022), 'kb/010/Q10022/')
  assert.is(bucketOf(1), '000')
  assert.is(bucketOf(1234567), '1234')
})

paths("keeps a list's own path for its first page", () => {
  assert.is(listPagePath('keyword/kbnetwork/', 1), 'keyword/kbnetwork/')
  assert.is(listPagePath('keyword/kbnetwork/', 2), 'keyword/kbnetwork/2/')
  assert.is(listPagePath('product/example/', 1), 'product/example/')
})

paths("keeps a product's second page apart from its version 2", () => {
  assert.is(facetPath('version', 'example/2'), 'product/example/2/')
  assert.is(listPagePath('product/example/', 2), 'product/example/page-2/')
  assert.is(listPagePath('product/example/2/', 2), 'product/example/2/page-2/')
})

paths('gives keywords that differ in case the same path', () => {
  assert.is(facetPath('keyword', 'kbMFC'), facetPath('keyword', 'kbmfc'))
})

paths('keeps plain values readable', () => {
  assert.equal(['winnt', 'Err Msg', 'OS/2', 'MS-DOS', '0x80004005'].map(toSlug), [
    'winnt',
    'err_msg',
    'os~2',
    'ms-dos',
    '0x80004005',
  ])
})

paths('gives every value a name of its own that is safe on every disk', () => {
  const hostile = [
    'con',
    'CON.txt',
    '..',
    '.',
    '../x',
    'a/b',
    'a b',
    'a_b',
    'a~b',
    'a-b',
    'a--b',
    '',
    '\u0000',
    '\u202e',
    'C',
    'C++',
    'C#',
  ]
  hostile.push(
    'x'.repeat(300),
    'x'.repeat(301),
    '__proto__',
    'kbtool.',
    'COM1',
    'é',
    'e',
    '%2e%2e',
    '-',
    ' ',
    '?',
    '*',
    'index.html',
  )
  const slugs = hostile.map(toSlug)
  assert.is(new Set(slugs).size, hostile.length)
  for (const slug of slugs) {
    assert.match(slug, /^[a-z0-9](?:[a-z0-9._~-]{0,58}[a-z0-9~_-])?$/)
    assert.not.match(slug, /^(?:con|aux|com1)(?:\.|$)/)
    assert.is.not(slug, 'index.html', 'stands beside the folders of values')
  }
})

paths.run()
