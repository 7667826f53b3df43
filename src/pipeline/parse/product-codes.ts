/**
 * Codes of products learnt from the dump itself. A Markdown page has its product's name alone, a raw article the code as well:
 *
 *     PRODUCT :Borealis Mail Server        with  [borealis]   ->  the name goes with `borealis`
 *     Product(s): Borealis Mail Server     without            ->  filed under `borealis`, too
 *
 * Knows digests only; the articles' data stays as parsed.
 */
import type { Digest } from './digest.js'

type Product = Digest['product']

/** The distinct products of a bucket's articles, in order of their first use. */
export function listProducts(digests: readonly Digest[]): Product[] {
  const products = new Map(digests.map(({ product }) => [`${product.code ?? ''}\n${product.name}`, product]))
  return [...products.values()]
}

/** Product name -> code, for the names with which the dump has exactly one code. */
export function learnProductCodes(products: Iterable<Product>): ReadonlyMap<string, string> {
  const codes = new Map<string, string>()
  const ambiguous = new Set<string>()
  for (const { code, name } of products) {
    if (code === null || code === '' || name === '') continue
    if ((codes.get(name) ?? code) !== code) ambiguous.add(name)
    codes.set(name, code)
  }
  for (const name of ambiguous) codes.delete(name)
  return codes
}

/** The product with its code, where that was learnt. */
export function withProductCode(product: Product, codes: ReadonlyMap<string, string>): Product {
  const { code, name } = product
  const learnt = code === null ? codes.get(name) : undefined
  return learnt === undefined ? product : { code: learnt, name }
}
