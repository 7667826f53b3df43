/** Links: citations in every form, addresses, and what only looks like one of them. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { collectReferences } from '../../../src/article/inline/references.js'
import { outline, sectionsOf } from '../outline.js'

const test = suite('links')

/** The only paragraph of a text. */
const line = (text: string) => outline(text).join('\n')
const titlesOf = (text: string) => collectReferences(sectionsOf(text)).map(({ id, title }) => [id, title])

test('links an id with its title on a line of its own, in each spelling', () => {
  for (const text of [
    'Q123456 The Clock Stops',
    'Q123456: The Clock Stops',
    'Q123456 - The Clock Stops',
    'Q123456The Clock Stops',
  ]) {
    assert.equal(line(`   ${text}`), `[${text}](/kb/123/Q123456/)`)
    assert.equal(titlesOf(`   ${text}`), [['Q123456', 'The Clock Stops']])
  }
})

test('joins a title that wrapped, and parts citations that follow each other', () => {
  assert.equal(titlesOf('   Q12345 The Clock\n   Stops\n   Q123456 It Goes'), [
    ['Q12345', 'The Clock Stops'],
    ['Q123456', 'It Goes'],
  ])
})

test('links the pair of ARTICLE-ID and TITLE', () => {
  assert.equal(titlesOf('   ARTICLE-ID: Q123456\n   TITLE     : The Clock\n               Stops'), [
    ['Q123456', 'The Clock Stops'],
  ])
})

test('links an id in a sentence, with a title in quotes', () => {
  assert.equal(line('See Q123456 for more.'), 'See [Q123456](/kb/123/Q123456/) for more.')
  assert.equal(titlesOf('See article Q123456, "The Clock Stops."'), [['Q123456', 'The Clock Stops.']])
  assert.equal(line(' - Q123456 describes it.'), '- [Q123456](/kb/123/Q123456/) describes it.')
})

test('links a page of the old support site to the article', () => {
  const address = 'http://support.microsoft.com/support/kb/articles/q123/4/56.asp'
  assert.equal(line(`See ${address}.`), `See [${address}](/kb/123/Q123456/).`)
})

test('links no file, printer, part of a word or code', () => {
  for (const text of [
    'Run Q123456.exe now.',
    'Run Q123456_w2k now.',
    'The Q8010 printer.',
    'File Q2200510 is there.',
    'The FAQ123456 page.',
    'See C:\\Q123456\\x now.',
    'Run q123456.',
  ])
    assert.equal(line(text), text)
  assert.equal(line('   x = "Q123456";'), '`x = "Q123456";`')
})

test('links addresses without the punctuation after them', () => {
  for (const [text, url] of [
    ['http://www.contoso.com/a', 'http://www.contoso.com/a'],
    ['ftp://ftp.contoso.com/a_(b)', 'ftp://ftp.contoso.com/a_(b)'],
    ['www.contoso.com', 'http://www.contoso.com'],
    ['someone@contoso.com', 'mailto:someone@contoso.com'],
    ['news:comp.lang.c', 'news:comp.lang.c'],
  ] as const) {
    assert.equal(line(`See ${text}.`), `See [${text}](${url}).`)
    assert.equal(line(`Look there (${text}), please.`), `Look there ([${text}](${url})), please.`)
  }
})

test('joins an address that was broken over two lines', () => {
  assert.equal(
    line('   http://www.contoso.com/clock/\n   time/set.asp'),
    '> [http://www.contoso.com/clock/time/set.asp](http://www.contoso.com/clock/time/set.asp)',
  )
  assert.equal(outline('   Clock.exe\n   (http://www.contoso.com/a.exe)')[0]?.includes(' / '), true)
})

test('links no scheme alone, place holder, server name or other scheme', () => {
  for (const text of [
    'Type http:// first.',
    'See http://<server>/x now.',
    'See http://server/x now.',
    'See javascript://www.contoso.com now.',
    'See file://www.contoso.com/x now.',
    'Mail to @contoso now.',
    'A@b is no name.',
  ])
    assert.equal(line(text), text)
})

test.run()
