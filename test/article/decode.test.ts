/** Bytes to text: by rule, by evidence, by request; every byte is kept. */

import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { decodeCodePage } from '../../src/article/text/code-pages.js'
import { decode, isEncoding } from '../../src/article/text/decode.js'
import fc from '../support/property.js'

const test = suite('decode')
const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

test('reads a raw article as Windows-1252', () => {
  assert.equal(decode(bytesOf('\x93quoted\x94 \xa0\xb7'), { form: 'txt' }), {
    text: '“quoted” \u00a0·',
    encoding: 'windows-1252',
    guessed: false,
  })
})

test('keeps bytes that Windows-1252 leaves undefined, controls and NULs', () => {
  assert.is(decode(bytesOf('a\x81b\x00c\x1ad\x7f'), { form: 'txt' }).text, 'a\u0081b\u0000c\u001ad\u007f')
})

test('reads a Markdown page as UTF-8', () => {
  const bytes = new TextEncoder().encode('▄ ═ á')
  assert.equal(decode(bytes, { form: 'md' }), { text: '▄ ═ á', encoding: 'utf-8', guessed: false })
})

test('takes a raw article for UTF-8 where its bytes are', () => {
  assert.equal(decode(new TextEncoder().encode('Müller'), { form: 'txt' }), {
    text: 'Müller',
    encoding: 'utf-8',
    guessed: true,
  })
})

test('does not take Latin letters for UTF-8 or MS-DOS', () => {
  for (const text of ['caf\xe9', 'M\xfcller f\xfcr \xc4rger', 'd\xe9j\xe0 vu na\xefve'])
    assert.is(decode(bytesOf(text), { form: 'txt' }).encoding, 'windows-1252', text)
})

test('takes letters of MS-DOS inside words, or drawn lines, for MS-DOS', () => {
  assert.is(decode(bytesOf('gr\x94\xe1er, h\x84ngt, s\x81dlich'), { form: 'txt' }).text, 'größer, hängt, südlich')
  assert.is(decode(bytesOf('\xda\xc4\xc4\xc4\xbf'), { form: 'txt' }).text, '┌───┐')
})

test('tells CP850 by its capital letters', () => {
  assert.is(decode(bytesOf('s\x81dlich h\x84ngt B\xb5R'), { form: 'txt' }).encoding, 'cp850')
})

test('does not guess MS-DOS from one byte, quotation marks, apostrophes or no-break spaces', () => {
  for (const text of [
    'M\x81nden',
    '\x84so\x93 und \x93so\x94',
    'don\x92t and can\x92t',
    'to\xa0use the\xa0map of\xa0it',
  ])
    assert.is(decode(bytesOf(text), { form: 'txt' }).encoding, 'windows-1252', text)
})

test('obeys a byte order mark and drops it', () => {
  assert.is(decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41)).text, 'A')
  assert.is(decode(Uint8Array.of(0xff, 0xfe, 0x41, 0)).text, 'A')
  assert.is(decode(Uint8Array.of(0xfe, 0xff, 0, 0x41)).text, 'A')
})

test('keeps the bytes of a marked text that is no UTF-8', () => {
  assert.is(decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41, 0xe9)).text, 'Aé')
})

test('reads in the encoding that was asked for', () => {
  assert.is(decode(bytesOf('\x81'), { encoding: 'CP437' }).text, 'ü')
  assert.is(decode(bytesOf('\x82\xa0'), { encoding: 'shift_jis' }).text, 'あ')
  assert.is(decode(new TextEncoder().encode('ü'), { encoding: 'cp1252' }).text, 'Ã¼')
})

test('knows which encodings it can be asked for', () => {
  for (const label of ['cp437', 'IBM850', '1252', 'utf-8', 'windows-1250']) assert.ok(isEncoding(label), label)
  for (const label of ['', 'klingon', 'cp9999']) assert.not.ok(isEncoding(label), label)
})

test('gives every byte of a code page a character of its own', () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  for (const page of ['windows-1252', 'cp437', 'cp850'] as const)
    assert.is(new Set(decodeCodePage(all, page)).size, 256, page)
})

test('law: never throws, and a code page keeps as many characters as bytes', async () => {
  await fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const { text, encoding } = decode(bytes)
      if (encoding === 'windows-1252' || encoding.startsWith('cp')) assert.is(text.length, bytes.length)
    }),
  )
})

test('tells UTF-16 without a mark by its zero bytes', () => {
  const text = 'DOCUMENT:Q100001  14-MAR-1999'
  const little = Buffer.from(text, 'utf16le')
  assert.is(decode(little).text, text)
  assert.is(decode(Buffer.from(little).swap16()).text, text)
  assert.is(decode(Buffer.from('a\u0000b')).encoding, 'windows-1252')
})

test.run()
