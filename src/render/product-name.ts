/**
 * What a reader is shown as an article's product.
 *
 *     { code: 'winnt', name: 'Microsoft Windows NT' }  ->  'Microsoft Windows NT'
 *     { code: 'mspl13_c', name: 'See article' }        ->  'mspl13_c'
 */
import { CD_PRODUCT } from '../article/cd-form.js'

/** The product's name; its code where the CD pages say `See article` for one. */
export function toProductName(product: { readonly code: string | null; readonly name: string }): string {
  return product.name === CD_PRODUCT && product.code !== null ? product.code : product.name
}
