/**
 * The laws of the parser, on invented input: it never throws, loses nothing, keeps to the schema, and is linear.
 */

import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Article } from '../../src/article/article.js'
import { FORMS, type Form } from '../../src/article/form-names.js'
import { checkLossless } from '../../src/article/lossless.js'
import { parseArticle } from '../../src/article/parse.js'
import { peekHeader } from '../../src/article/peek.js'
import { recogniseForm, splitArticles } from '../../src/article/recognise.js'
import { decode } from '../../src/article/text/decode.js'
import { toSchemaError } from '../../src/article/validate.js'
import fc from '../support/property.js'
import { bodyLines } from './body-lines.js'

const test = suite('parse')
const anyForm = fc.constantFrom(...FORMS)

function parse(text: string, form: Form): Article {
  return parseArticle({ form, name: 'a', bytes: new TextEncoder().encode(text), sha256: '' })
}

test('never throws and keeps to the schema, on any bytes in any form', async () => {
  await fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), anyForm, (bytes, form) => {
      const article = parseArticle({ form, name: 'a', bytes, sha256: '' })
      assert.is(toSchemaError(article), null)
    }),
    { numRuns: 1000 },
  )
})

const HEADER =
  'DOCUMENT:Q100001  14-MAR-1999  [osprey]\nTITLE   :A\nPRODUCT :Osprey\nPROD/VER:1.0\nOPER/SYS:\nKEYWORDS:kba\n'
const PAGE = '## Q100001: A\n\n{% raw %}\n\n\tArticle: Q100001\n\tProduct(s): Osprey\n\tLast Modified: 14-MAR-1999\n'
const CD = PAGE.replace('Osprey', 'See article')
const PSS = 'A\nPSS ID Number: Q100001\nArticle last modified on 05-16-1995\n\n'
const OPENINGS: Readonly<Record<Form, string>> = {
  txt: HEADER,
  md: PAGE,
  'md-cd': CD,
  'md-flags': PAGE.replace('Product(s)', 'Product'),
  bbs: 'ARTICLE-ID:Q100001\nTITLE     :A\n',
  viewer: 'Title: A\nDocument Number: Q100001           Publ Date: 14-MAR-1993\nProduct Name: Osprey\n',
  pss: PSS,
  'pss-2002': 'A\nPSS ID Number: 100001\nArticle Last Modified on 5/16/2002\n',
  'web-1996': 'A\nArticle ID: Q100001\nCreation Date: 14-MAR-1996\n',
  'web-1997': 'A\nLast reviewed: March 14, 1997\nArticle ID: Q100001\n',
  'web-2004': 'A\nArticle ID : 100001\nLast Review : March 14, 2004\nRevision : 1.0\n',
  html: '<html><body><h1>A</h1><p>Article ID : 100001<br>Last Review : March 14, 2004<br>Revision : 1.0</p>\n',
  'html-pre': `<html><body><pre>\n${HEADER}`,
}

test('nothing visible is lost, whatever lines an article has', async () => {
  await fc.assert(
    fc.property(bodyLines, anyForm, (lines, form) => {
      const container = form.startsWith('md') ? '\t' : ''
      const text = OPENINGS[form] + lines.map((line) => container + line).join('\n')
      const article = parse(text, form)
      assert.equal(checkLossless(text, article), [], text)
      assert.is(toSchemaError(article), null)
    }),
    { numRuns: 3000 },
  )
})

test('the header alone says what the article says', async () => {
  await fc.assert(
    fc.property(bodyLines, anyForm, (lines, form) => {
      const text = OPENINGS[form] + lines.join('\n')
      const { title, titleMade } = parse(text, form)
      assert.is(peekHeader(text, form)?.title, titleMade ? '' : title)
    }),
  )
})

test('a text is split without gap or overlap, and its parts are articles', async () => {
  await fc.assert(
    fc.property(fc.array(bodyLines, { minLength: 1, maxLength: 4 }), (bodies) => {
      const text = bodies.map((lines) => `${HEADER}\n${lines.join('\n')}\n`).join('')
      const places = splitArticles(text)
      assert.is(places.map(({ start, end }) => text.slice(start, end)).join(''), text)
      for (const { start, end, form } of places) assert.is(recogniseForm(text.slice(start, end)), form)
    }),
  )
})

test('is decided by the input alone', async () => {
  await fc.assert(
    fc.property(bodyLines, anyForm, (lines, form) => {
      const text = OPENINGS[form] + lines.join('\n')
      assert.equal(parse(text, form), parse(text, form))
    }),
    { numRuns: 50 },
  )
})

/** Units that a careless reader goes over again and again. */
const HOSTILE: Readonly<Record<string, string>> = {
  letters: 'a',
  blanks: ' ',
  tabs: '\t',
  dashes: '-',
  'equal signs': '=',
  bars: '|',
  returns: '\r',
  'blank lines': '\n',
  'lines of a letter': 'a\n',
  'indented lines': '   a b\n',
  bullets: ' - a\n',
  steps: '1. a\n',
  'nested bullets': ' - a\n    - b\n',
  headings: 'A\n-\n\n',
  'main headings': 'CAUSE\n=====\n\n',
  rules: `${'='.repeat(70)}\n`,
  'dashed rules': `${'-'.repeat(79)}\n`,
  'box rows': '| a | b |\n',
  'box rules': '+---+---+\n',
  columns: 'a    b    c\n',
  'segmented rules': '--- --- ---\n',
  citations: '   Q100001 A\n',
  'citation words': 'Q100001 ',
  addresses: 'http://a/b?c=d&',
  'open brackets': '<',
  escapes: '<A0>',
  quotes: '" ',
  'query words': 'Additional query words: a\n',
  'keyword blocks': `${'='.repeat(70)}\nKeywords : a\n`,
  introductions: 'The information in this article applies to:\n\n - A\n',
  notices: 'NOTE: a\n\n',
  separators: '-or-\n\n',
  'copyright lines': 'Copyright 1234 1234\n',
  'titles of digits': `${'1'.repeat(40)}x  y\n${'-'.repeat(44)}\n\n`,
  'brackets after an address': 'http://contoso.com/))))))))))))))))))))))))))))) ',
  headers: HEADER,
  'number lines': PSS,
}

/** Sizes differ by 8: a linear reader takes about 8 times as long, a quadratic one 64 times. Noise is tried again. */
const SMALL = 10_000
const GROWTH = 8
const MAX_RATIO = 32
const ATTEMPTS = 3
/** Shorter times say nothing, in milliseconds of processor time. */
const SHORTEST = 4

function assertLinear(make: (size: number) => string, name: string, form: Form = 'txt'): void {
  const ratios: number[] = []
  while (ratios.length < ATTEMPTS) {
    const small = Math.max(
      SHORTEST,
      measure(() => parse(make(SMALL), form)),
    )
    ratios.push(measure(() => parse(make(SMALL * GROWTH), form)) / small)
    if ((ratios.at(-1) ?? 0) < MAX_RATIO) return
  }
  assert.unreachable(
    `${GROWTH} times the ${name} took ${ratios.map((ratio) => ratio.toFixed(0)).join(', ')} times as long`,
  )
}

function measure(run: () => unknown): number {
  const start = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

for (const [name, unit] of Object.entries(HOSTILE)) {
  test(`is linear in ${name}`, () => {
    assertLinear((size) => `${HEADER}\n${unit.repeat(size / unit.length)}`, name)
  })
}

test('is linear in every field of a header', () => {
  for (const unit of ['x', ' ', ':', 'a:b;', 'a:b,c:d ', '1.0 ', '| ', '&amp;', 'kb '])
    assertLinear((size) => HEADER.replaceAll(/:(?=A|1\.0|kba|Osprey)/g, `:${unit.repeat(size / unit.length)}`), unit)
})

test('is linear in the front matter of a page', () => {
  for (const unit of ['x', ' ', '" ', '" x', '\\', '&#42;'])
    assertLinear(
      (size) => `---\ntitle: "a${unit.repeat(size / unit.length)}b"\n---\n${PAGE}\ttext\n`,
      `title of ${unit}`,
      'md',
    )
})

test('keeps text that no code page or form expects', () => {
  const text = `${HEADER}\nText \u0000 with \u2028 odd \u202e characters \u{1f600}\n`
  assert.equal(checkLossless(decode(new TextEncoder().encode(text)).text, parse(text, 'txt')), [])
})

test.run()
