/**
 * The product name of an article for readers.
 *
 *     { code: 'winnt', name: 'Microsoft Windows NT' }  ->  'Microsoft Windows NT'
 *     { code: 'mspl13_c', name: 'See article' }        ->  'C (Programmer’s Library)'
 */
import { CD_PRODUCT } from '../../article/forms/markdown/cd-form.js'

/** The three codes of the Programmer's Library CD, version 1.3. */
const CD_NAMES: ReadonlyMap<string, string> = new Map([
  ['mspl13_basic', 'BASIC (Programmer’s Library)'],
  ['mspl13_c', 'C (Programmer’s Library)'],
  ['mspl13_masm', 'Macro Assembler (Programmer’s Library)'],
])

/**
 * The name of the product. For pages from the CD, whose name is `See article`, a name for the code, or the code itself.
 */
export function toProductName(product: { readonly code: string | null; readonly name: string }): string {
  if (product.name !== CD_PRODUCT || product.code === null) return product.name
  return CD_NAMES.get(product.code) ?? product.code
}
