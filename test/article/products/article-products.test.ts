import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { AppliesTo } from '../../../src/article/article.js'
import { findProducts, type ProductHints } from '../../../src/article/products/article-products.js'
import { parseProduct } from '../../../src/article/products/parse-product.js'

const test = suite('the products of an article')

const NO_HINTS: ProductHints = { title: '', product: { code: null, name: '' }, keywords: [], versions: [] }

function line(text: string, ...children: readonly AppliesTo[]): AppliesTo {
  return { text, product: parseProduct(text), children }
}

/** `windows-nt [4.0] applies-to` */
function show(list: readonly AppliesTo[] | null, hints: Partial<ProductHints>): string[] {
  return findProducts(list, { ...NO_HINTS, ...hints }).map(
    ({ id, versions, from }) => `${id} [${versions.join(', ')}] ${from}`,
  )
}

test('are those of its list, each once with all its versions', () => {
  const list = [
    line('Microsoft Windows NT Server version 4.0 SP4'),
    line('Microsoft Windows NT Workstation versions 3.51, 4.0'),
    line('Microsoft SNA Server, version 2.11, on platform(s):', line('the operating system: Microsoft Windows 95')),
  ]
  assert.equal(show(list, { product: { code: 'sna', name: 'See article' }, keywords: ['kbExchange550'] }), [
    'windows-nt [4.0, 4.0 SP4, 3.51] applies-to',
    'sna-server [2.11] applies-to',
    'windows-95 [] applies-to',
  ])
})

test('are those of its keywords where it has no list', () => {
  assert.equal(
    show(null, {
      product: { code: 'exchange', name: 'See article' },
      keywords: ['kbExchange550preSP4fix', 'kbWinNT400sp3', 'kbYear2000'],
    }),
    ['exchange-server [5.5] keywords', 'windows-nt [4.0, 4.0 SP3] keywords'],
  )
  assert.equal(show([], { keywords: ['kbvfp300bBUG', 'kbWinNT351search'] }), [
    'visual-foxpro [3.0b] keywords',
    'windows-nt [3.51] keywords',
  ])
})

test('are those that its title begins with', () => {
  const title = 'MASM 5.10 EXT.DOC: Displays "Bad Argument" Message'
  assert.equal(show(null, { title, product: { code: 'mspl13_masm', name: 'See article' }, versions: ['5.10'] }), [
    'masm [5.1] title',
  ])
})

test('are those of its title and its code where the title mentions one with a version', () => {
  const hints = {
    title: 'A Warning of Linking BASIC with MASM 5.10',
    product: { code: 'mspl13_basic', name: 'See article' },
    versions: ['4.00', '4.50'],
  }
  assert.equal(show(null, hints), ['masm [5.1] title', 'quickbasic [4.0, 4.5] code'])
})

test('are that of its code by the versions that tell products of one code apart', () => {
  const show13 = (...versions: readonly string[]) =>
    show(null, { title: 'Error 53', product: { code: 'mspl13_basic', name: 'See article' }, versions })
  assert.equal(show13('1.00', '4.00b', '4.50'), ['quickbasic [1.0, 4.0b, 4.5] code'])
  assert.equal(show13('7.00', '7.10'), ['basic-pds [7.0, 7.1] code'])
  assert.equal(show13('3.65', '5.01.20'), ['basic [] code'])
})

test('are the one that it is filed under by a name of its own, where the format has no such code', () => {
  const product = { code: 'borealis', name: 'Borealis Mail Server' }
  assert.equal(show(null, { product, versions: ['2.0', '2.10'] }), ['borealis-mail-server [2.0, 2.1] code'])
  assert.equal(show(null, { product: { code: null, name: 'Microsoft' } }), ['microsoft [] code'])
})

test('are none where nothing says so', () => {
  assert.equal(show(null, { title: 'Password Encryption', product: { code: 'crossnet', name: 'See article' } }), [])
})

test.run()
