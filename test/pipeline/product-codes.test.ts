/** Codes learnt from the dump for names that come without one. */
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { learnProductCodes } from '../../src/pipeline/parse/product-codes.js'
import { facetPath } from '../../src/render/paths.js'
import { askKb } from '../support/run-kb.js'
import { compareTrees, makeScratch, readTree, toPageText, toRawText, writeDump } from '../support/small-dump.js'

const BY_NAME = `${facetPath('filed', 'Contoso Printing')}index.html`
const productCodes = suite('product codes')

productCodes('gives a name the code that goes with it', () => {
  const codes = learnProductCodes([
    { code: null, name: 'Borealis Mail Server' },
    { code: 'borealis', name: 'Borealis Mail Server' },
    { code: 'borealis', name: 'Borealis Mail Client' },
  ])
  assert.equal(
    [...codes],
    [
      ['Borealis Mail Server', 'borealis'],
      ['Borealis Mail Client', 'borealis'],
    ],
  )
})

productCodes('gives no code to a name with several, however often one of them comes, nor to no name', () => {
  const codes = learnProductCodes([
    { code: 'borealis', name: 'Borealis' },
    { code: 'northern', name: 'Borealis' },
    { code: 'borealis', name: 'Borealis' },
    { code: 'tally', name: '' },
  ])
  assert.equal([...codes], [])
})

productCodes('files a page under the code of raw articles, also where these come later, as a cold build does', () => {
  const folder = makeScratch()
  const [dump, warm, cold] = [join(folder, 'dump'), join(folder, 'warm'), join(folder, 'cold')]
  writeDump(dump, { 'Q100101.md': toPageText({ number: 100_101 }) })
  assert.is(askKb(['build', dump, '--out', warm, '--quiet']).status, 0)
  assert.ok(BY_NAME in readTree(join(warm, 'site')))

  writeDump(dump, { 'Q214864.TXT': toRawText({ number: 214_864 }) })
  assert.is(askKb(['build', dump, '--out', warm, '--quiet']).status, 0)
  assert.is(askKb(['build', dump, '--out', cold, '--quiet']).status, 0)
  assert.equal(compareTrees(join(warm, 'site'), join(cold, 'site')), [])
  const site = readTree(join(warm, 'site'))
  assert.not.ok(BY_NAME in site)
  assert.match(site['filed/contprn/index.html'] ?? '', 'Q100101')
  assert.match(site['kb/100/Q100101/index.html'] ?? '', 'filed/contprn/')
  assert.match(readTree(join(warm, 'data'))['100.ndjson'] ?? '', '"product":{"code":null,"name":"Contoso Printing"}')
})

productCodes.run()
