/** What is shown as a product. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { toProductName } from '../../src/render/words/product-name.js'

const productName = suite('product name')

productName('is the name', () => {
  assert.is(toProductName({ code: 'borealis', name: 'Borealis Mail Server' }), 'Borealis Mail Server')
})

productName('is the code on pages that name none', () => {
  assert.is(toProductName({ code: 'hpl4_c', name: 'See article' }), 'hpl4_c')
})

productName('is what the code of a known CD stands for', () => {
  assert.is(toProductName({ code: 'mspl13_c', name: 'See article' }), 'C (Programmer’s Library)')
})

productName('is what the page says where there is no code either', () => {
  assert.is(toProductName({ code: null, name: 'See article' }), 'See article')
})

productName.run()
