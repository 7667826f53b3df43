/**
 * Learns the codes of products from the dump itself. A Markdown page names its product without the code; raw articles
 * have both:
 *
 *     PRODUCT :Borealis Mail Server        with  [borealis]   ->  the name goes with `borealis`
 *     Product(s): Borealis Mail Server     without            ->  filed under `borealis`, too
 *
 * Only digests get the learnt codes; the data of the articles stays as parsed.
 */
import type { Digest } from './digest.js'

type Product = Digest['product']

/** The distinct products of a bucket's articles, in the order in which they are first seen. */
export function listProducts(digests: readonly Digest[]): Product[] {
  const products = new Map(digests.map(({ product }) => [`${product.code ?? ''}\n${product.name}`, product]))
  return [...products.values()]
}

/** Product name -> code, for names that occur with exactly one code. */
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

/** Adds the learnt code to a product without one; returns the same object if there is nothing to add. */
export function withProductCode(product: Product, codes: ReadonlyMap<string, string>): Product {
  const { code, name } = product
  const learnt = code === null ? codes.get(name) : undefined
  return learnt === undefined ? product : { code: learnt, name }
}
