/** The tag reader of `kb check`: what it sees, and what must not confuse it. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { decodeReferences, visitTags } from '../../src/site/html-tags.js'

const reader = suite('visitTags')

/** Each start tag as `name {attributes} text`. */
function read(html: string): unknown[] {
  const tags: unknown[] = []
  visitTags(html, ({ name, attributes, text }) => tags.push([name, Object.fromEntries(attributes), text]))
  return tags
}

reader('reads names in lower case and the three ways of quoting', () => {
  assert.equal(read(`<A HREF="x.html" title='a "b"' rel=next hidden>`), [
    ['a', { href: 'x.html', title: 'a "b"', rel: 'next', hidden: '' }, null],
  ])
})

reader('is not confused by `>` and `<` in a value', () => {
  assert.equal(read('<a title="a > b <i>" href="y">'), [['a', { title: 'a > b <i>', href: 'y' }, null]])
})

reader('decodes character references in values', () => {
  assert.equal(read('<a href="?a=1&#x26;b=2&amp;c=&#51;">'), [['a', { href: '?a=1&b=2&c=3' }, null]])
})

reader('sees no tag in a comment, a script, a style or a title', () => {
  const html = '<!-- <a href=1> --><script src=x><a href=2></script><style><a></style><title><b></title><p>'
  assert.equal(read(html), [
    ['script', { src: 'x' }, '<a href=2>'],
    ['style', {}, '<a>'],
    ['title', {}, '<b>'],
    ['p', {}, null],
  ])
})

reader('sees no tag in `a < b` or in an end tag', () => {
  assert.equal(read('a < b <3 </a href="x"> <'), [])
})

reader('keeps the first of two attributes of one name, as browsers do', () => {
  assert.equal(read('<a href=1 href=2>'), [['a', { href: '1' }, null]])
})

reader('reads a tag that is never closed', () => {
  assert.equal(read('<a href="x'), [['a', { href: 'x' }, null]])
  assert.equal(read('<script>alert(1)'), [['script', {}, 'alert(1)']])
})

reader('ends soon on text made to slow it down', () => {
  for (const unit of ['<a "', '<!--', "<a b='", '</', '<script>', '<a =', '&#x', '<title><title'])
    assert.ok(read(unit.repeat(200_000)).length <= 200_000, unit)
})

reader('leaves unknown and impossible references as they are', () => {
  assert.is(decodeReferences('&nbsp;&#x110000;&'), '&nbsp;&#x110000;&')
})

reader.run()
