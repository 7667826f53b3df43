/** Tables of the product tree by name, keyword, code and id. Made once, on load. */
import { PhraseTable, toWords } from './phrases.js'
import { type FiledUnder, PRODUCT_TREE, type ProductEntry } from './product-tree.js'

/** A product of the tree, as text is compared with it. */
export interface KnownProduct {
  readonly id: string
  readonly name: string
  readonly family: string
  readonly entry: ProductEntry
  /** Its index in the tree. */
  readonly order: number
}

/** A name of a product, the version that it implies, and, for a general name, the beginnings that its versions need. */
export interface ProductName {
  readonly product: KnownProduct
  readonly version: string | null
  readonly needs: readonly string[] | null
}

/** A product of a product code. */
export interface FiledProduct extends FiledUnder {
  readonly product: KnownProduct
}

const UNSAFE = /[^a-z0-9.]+/g
const OUTER_SIGNS = /^[-.]{1,3}|[-.]{1,3}$/g
const QUOTES = /['’]/g

/** Returns the default id of a product, used in addresses: `Windows 95` -> `windows-95`, `Visual J++` -> `visual-j`. */
export function toProductId(name: string): string {
  const plain = name.slice(0, LONGEST_ID).toLowerCase()
  return plain.replace(QUOTES, '').replace(UNSAFE, '-').replace(OUTER_SIGNS, '')
}

const LONGEST_ID = 60

/** All products in the order of the tree. */
export const KNOWN_PRODUCTS: readonly KnownProduct[] = PRODUCT_TREE.flatMap(({ family, products }) =>
  products.map((given) => {
    const entry: ProductEntry = typeof given === 'string' ? { name: given } : given
    return { id: entry.id ?? toProductId(entry.name), name: entry.name, family, entry }
  }),
).map((product, order) => ({ ...product, order }))

/** Products by id. */
export const PRODUCTS_BY_ID: ReadonlyMap<string, KnownProduct> = new Map(
  KNOWN_PRODUCTS.map((product) => [product.id, product]),
)

/** Names in a line of an applies-to list. */
export const LINE_NAMES = new PhraseTable<ProductName>()
/** Names that are unambiguous in a title. */
export const TITLE_NAMES = new PhraseTable<ProductName>()
/** The products of each product code, and the versions that distinguish them. */
export const FILED_UNDER = new Map<string, FiledProduct[]>()
/** The middles of keywords, in lower case. */
export const KEYWORD_STEMS = new Map<string, KnownProduct>()

for (const product of KNOWN_PRODUCTS) {
  const { name, also = [], version = {}, needs = {}, title = [], keyword = [], filed = [] } = product.entry
  for (const one of [name, ...also])
    LINE_NAMES.add(withoutMaker(one), { product, version: version[one] ?? null, needs: needs[one] ?? null })
  for (const one of title) TITLE_NAMES.add(one, { product, version: null, needs: null })
  for (const under of filed)
    FILED_UNDER.set(under.code, [...(FILED_UNDER.get(under.code) ?? []), { ...under, product }])
  for (const stem of keyword) KEYWORD_STEMS.set(stem.toLowerCase(), product)
}

/** Returns a name without `Microsoft` and `The` at its start. */
function withoutMaker(name: string): string {
  const words = toWords(name)
  return words.slice(skipMaker(words)).join(' ')
}

/** Returns the index of the first word after `Microsoft` and `The`. */
export function skipMaker(words: readonly string[]): number {
  let at = 0
  while (at < words.length - 1 && (words[at] === 'microsoft' || words[at] === 'the')) at++
  return at
}
