import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parseProduct } from '../../../src/article/products/parse-product.js'
import { KNOWN_PRODUCTS } from '../../../src/article/products/product-index.js'

const test = suite('the product tree')

test('has each id and each name once', () => {
  const ids = KNOWN_PRODUCTS.map(({ id }) => id)
  assert.equal(
    ids.filter((id, at) => ids.indexOf(id) !== at),
    [],
  )
  const names = KNOWN_PRODUCTS.map(({ name }) => name.toLowerCase())
  assert.equal(
    names.filter((name, at) => names.indexOf(name) !== at),
    [],
  )
})

test('has ids that are parts of addresses', () => {
  for (const { id } of KNOWN_PRODUCTS) assert.match(id, /^[a-z0-9][a-z0-9.-]*[a-z0-9]$/)
})

test('gives no name to two products', () => {
  for (const { id, entry } of KNOWN_PRODUCTS)
    for (const name of [entry.name, ...(entry.also ?? [])]) {
      if (entry.needs?.[name] !== undefined || name.includes('#')) continue
      const product = parseProduct(name)
      if (product !== null) assert.is(product.id, id, name)
    }
})

test('says versions and needs only of names that it has', () => {
  for (const { entry } of KNOWN_PRODUCTS) {
    const names = [entry.name, ...(entry.also ?? [])]
    for (const name of [...Object.keys(entry.version ?? {}), ...Object.keys(entry.needs ?? {})])
      assert.ok(names.includes(name) || name === 'Windows', name)
  }
})

test.run()
