/** What `kb check` says of a page's links. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { checkPage, checkStyleSheet } from '../../src/check/check-links.js'

const links = suite('checkPage')

const FILES = new Set([
  'index.html',
  'kb/214/Q214864/index.html',
  'kb/100/Q100001/index.html',
  'assets/site.css',
  'a b.html',
])
const PAGE = 'kb/214/Q214864/index.html'

/** The codes found in a page with this body. */
function codesOf(body: string): string[] {
  return checkPage(PAGE, body, FILES).findings.map((finding) => finding.code)
}

links('accepts relative links that name a file, with queries, fragments and escapes', () => {
  const body =
    '<link rel=stylesheet href="../../../assets/site.css"><a href="../../100/Q100001/index.html?x#y">' +
    '<a href="../../../a%20b.html"><a href="#here"><a href="#top"><i id=here></i><a href="?q=1">'
  assert.equal(codesOf(body), [])
})

links('accepts links to other sites that a reader follows', () => {
  assert.equal(
    codesOf(
      '<a href="https://example.com/"><a href="mailto:a@example.com"><link rel=canonical href="https://e.com/x/">',
    ),
    [],
  )
})

for (const [title, body, code] of [
  ['a link to a missing file', '<a href="../../101/Q101000/index.html">', 'link-missing'],
  ['a link to a folder', '<a href="../../100/Q100001/">', 'link-folder'],
  ['a link to the folder above', '<a href="..">', 'link-folder'],
  ['a link from the root', '<a href="/index.html">', 'link-absolute'],
  ['a link out of the site', '<a href="../../../../x.html">', 'link-outside'],
  ['a link that cannot be decoded', '<a href="%E0%A4%A.html">', 'link-malformed'],
  ['a link to a script', '<a href=" javascript:alert(1)">', 'link-scheme'],
  ['a link to data', '<a href="data:text/html,x">', 'link-scheme'],
  ['a missing fragment of the same page', '<a href="#nowhere">', 'fragment-missing'],
  ['a script of another host', '<script src="https://cdn.example.com/x.js"></script>', 'external-request'],
  ['an image without a scheme of its own', '<img src="//example.com/x.png">', 'external-request'],
  ['a style sheet of another host', '<link rel=stylesheet href="https://example.com/x.css">', 'external-request'],
  [
    'one image of a set',
    '<img srcset="a%20b.html 1x, https://example.com/x.png 2x" src="../../../index.html">',
    'external-request',
  ],
  ['a shape of another host', '<svg><use href="https://example.com/x.svg#y">', 'external-request'],
  ['a form that goes nowhere', '<form action="search.html">', 'link-missing'],
  ['an inline script', '<script>alert(1)</script>', 'inline-code'],
  ['an inline style', '<p style="color:red">', 'inline-code'],
  ['an event handler', '<p onclick="x()">', 'inline-code'],
  ['a base element', '<base href="x">', 'base-element'],
] as const)
  links(`finds ${title}`, () => {
    assert.ok(codesOf(body).includes(code), codesOf(body).join(', '))
  })

links('lets the page for missing ones link from the root of a host or of a path of it, to files that are there', () => {
  const html =
    '<a href="/index.html"><link rel=stylesheet href="/archive/assets/site.css"><a href="/archive/gone.html">'
  assert.equal(checkPage('404.html', html, FILES).findings, [
    { code: 'link-missing', file: '404.html', found: 'archive/gone.html' },
  ])
})

links('lets the page for missing ones, and no other, look for a script at several depths', () => {
  const html = '<script src="assets/site.css"></script><script src="../../../assets/site.css"></script>'
  assert.equal(checkPage('404.html', html, FILES).findings, [])
  assert.equal(checkPage('404.html', '<a href="../gone.html">', FILES).findings, [
    { code: 'link-missing', file: '404.html', found: 'gone.html' },
  ])
  assert.equal(checkPage('index.html', html, FILES).findings, [
    { code: 'link-outside', file: 'index.html', found: '../../../assets/site.css' },
  ])
})

links('takes JSON-LD for data', () => {
  assert.equal(codesOf('<script type="application/ld+json">{}</script>'), [])
})

links('leaves fragments of other pages to whoever has read them', () => {
  const { fragments } = checkPage(PAGE, '<a href="../../100/Q100001/index.html#cause">', FILES)
  assert.equal(fragments, [{ from: PAGE, target: 'kb/100/Q100001/index.html', fragment: 'cause' }])
})

links('reads the addresses of a style sheet', () => {
  const css = '@import "site.css"; a { background: url(https://example.com/x.png) } b { background: url(data:,x) }'
  assert.equal(
    checkStyleSheet('assets/other.css', css, FILES).map(({ code }) => code),
    ['external-request'],
  )
})

links('finds headings and links without a text, and none that has a name', () => {
  assert.equal(codesOf('<h1></h1>'), ['heading-empty'])
  assert.equal(codesOf('<a href="kb/a/index.html"> </a>').includes('link-empty'), true)
  assert.equal(codesOf('<h2><span>x</span></h2><h2><svg aria-label="x"></svg></h2><a name="x"></a>'), [])
})

links.run()
