/** The lists of pages that search boxes offer. */
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { errorPath, productPath, toErrorRow, toProductRow } from '../../src/render/quick-links.js'

const toCode = (path: string, count: number) => ({ label: 'Error 1722', title: 'Error 1722', path, count })

test('it keeps the page of a code: its list, or its only article', () => {
  for (const path of ['error/error_1722/', 'kb/100/Q100300/']) assert.is(errorPath(toErrorRow(toCode(path, 2))), path)
})

test('it keeps the pages of a product and of a version', () => {
  const [nt, version] = ['windows-nt', 'windows-nt/4.0 Terminal']
  assert.is(productPath(toProductRow({ label: nt, title: 'Windows NT', path: '', count: 2 })), 'product/windows-nt/')
  const row = toProductRow({ label: version, title: 'Windows NT 4.0 Terminal', path: '', count: 2 })
  assert.is(productPath(row), 'product/windows-nt/4.0_terminal/')
})

test.run()
