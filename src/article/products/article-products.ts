/**
 * Finds the products that an article is about: those of its applies-to list. Without a list they come from its
 * keywords, its title or its product code. `from` records which.
 *
 *     Microsoft Exchange Server, versions 5.0, 5.5 SP1   ->  exchange-server [5.0, 5.5, 5.5 SP1]  from applies-to
 *     TITLE: MASM 5.10 RUNME.EXE Does Not ...            ->  masm [5.1]                           from title
 */
import type { AppliesTo, ArticleProduct } from '../article.js'
import { CD_PRODUCT } from '../forms/markdown/cd-form.js'
import { isNumber, toWords } from './phrases.js'
import {
  FILED_UNDER,
  type FiledProduct,
  KEYWORD_STEMS,
  type KnownProduct,
  PRODUCTS_BY_ID,
  TITLE_NAMES,
  toProductId,
} from './product-index.js'
import { toNumber, withBases } from './product-versions.js'
import { PRODUCTS } from './products.js'

/** Evidence for an article's products besides its list. */
export interface ProductHints {
  readonly title: string
  readonly product: { readonly code: string | null; readonly name: string }
  readonly keywords: readonly string[]
  /** The versions in its header, for any platform. */
  readonly versions: readonly string[]
}

/** Returns the products of an article without duplicates, in the order in which it names them. */
export function findProducts(list: readonly AppliesTo[] | null, hints: ProductHints): ArticleProduct[] {
  const listed = new ProductCollector('applies-to')
  if (list !== null) addList(list, listed)
  return listed.isEmpty ? guessProducts(hints) : listed.all()
}

/**
 * Finds products by keywords and title. The code counts too if there are no product keywords and the title does not
 * begin with a product.
 */
function guessProducts(hints: ProductHints): ArticleProduct[] {
  const filed = chooseFiled(hints.product, hints.versions)
  const { products: title, isLeading } = readTitle(hints.title, filed)
  const sources = [readKeywords(hints.keywords), title]
  if (!isLeading && sources[0]?.isEmpty !== false) sources.push(toCollector(filed))
  const known = new Map<string, ArticleProduct>()
  for (const source of sources)
    for (const product of source.all()) if (!known.has(product.id)) known.set(product.id, product)
  return [...known.values()]
}

/** Collects products without duplicates, with their versions. */
class ProductCollector {
  readonly #products = new Map<string, { readonly name: string; readonly versions: string[] }>()
  readonly #from: ArticleProduct['from']

  constructor(from: ArticleProduct['from']) {
    this.#from = from
  }

  add({ id, name }: { readonly id: string; readonly name: string }, versions: readonly string[]): void {
    const product = this.#products.get(id) ?? { name, versions: [] }
    for (const version of versions) product.versions.push(version)
    this.#products.set(id, product)
  }

  get isEmpty(): boolean {
    return this.#products.size === 0
  }

  all(): ArticleProduct[] {
    return Array.from(this.#products, ([id, { name, versions }]) => ({
      id,
      name,
      family: PRODUCTS_BY_ID.get(id)?.family ?? null,
      versions: withBases(versions),
      from: this.#from,
    }))
  }
}

function addList(list: readonly AppliesTo[], products: ProductCollector): void {
  for (const { product, children } of list) {
    if (product !== null) products.add(product, product.versions)
    addList(children, products)
  }
}

/**
 * Matches a stem, a version of three or four digits, and a suffix: `kbExchange550preSP4fix`, `kbWinNT400`,
 * `kbSSafe500bug`.
 */
const KEYWORD = /^kb([a-z]{1,16})(\d{3,4})(?:([a-z])(?=$|bug|fix|search))?(?:sp(\d[a-z]?)(?!\w*fix))?/

function readKeywords(keywords: readonly string[]): ProductCollector {
  const products = new ProductCollector('keywords')
  for (const keyword of keywords) {
    const [, stem = '', digits = '', letter = '', pack] = KEYWORD.exec(keyword.toLowerCase()) ?? []
    const product = KEYWORD_STEMS.get(stem)
    if (product === undefined) continue
    const version = `${toKeywordVersion(digits)}${letter}`
    products.add(product, [pack === undefined ? version : `${version} SP${pack}`])
  }
  return products
}

/** Returns true if a keyword stands for a product of the tree, in one version or in any (`kbWinNTsearch`). */
export function isProductKeyword(keyword: string): boolean {
  const [, stem = ''] = KEYWORD.exec(keyword.toLowerCase()) ?? []
  return KEYWORD_STEMS.has(stem) || ANY_VERSION.test(keyword)
}

const ANY_VERSION = /^kb\w{1,24}search$/i

/** Converts the digits of a keyword to a version: `550` -> `5.5`, `351` -> `3.51`, `2000`. */
function toKeywordVersion(digits: string): string {
  return digits.length === 4 ? digits : toNumber(`${digits.charAt(0)}.${digits.slice(1)}`)
}

/** The product of a product code, and those of its versions that the header names. */
interface Filed {
  readonly product: Pick<KnownProduct, 'id' | 'name'>
  readonly versions: readonly string[]
}

/**
 * Reads the products of a title. One counts if it comes first (`MASM 5.10 OS2.DOC: ...`), has a version, or the code
 * gives no product.
 */
function readTitle(title: string, filed: Filed | null) {
  const products = new ProductCollector('title')
  const words = toWords(title)
  let isLeading = false
  for (let at = 0; at < words.length; at++) {
    const found = TITLE_NAMES.find(words, at)
    if (found === null) continue
    const { product } = found.value
    const version = readVersion(words, at + found.length)
    if (at === 0) isLeading = true
    if (at === 0 || version !== null || filed === null) {
      const own = filed?.product.id === product.id ? filed.versions : []
      products.add(product, version === null ? own : [version])
    }
    at += found.length - 1
  }
  return { products, isLeading }
}

/** Reads the version after a name: `5.10`, `Version 3.0`. */
function readVersion(words: readonly string[], at: number): string | null {
  const number = words[at] === 'version' ? words[at + 1] : words[at]
  return number !== undefined && isNumber(number) ? toNumber(number) : null
}

function toCollector(filed: Filed | null): ProductCollector {
  const products = new ProductCollector('code')
  if (filed !== null) products.add(filed.product, filed.versions)
  return products
}

/**
 * Chooses the product of a code by the header's versions. If no product fits them, takes the one that is listed
 * without versions. The article's versions are then unknown, if the code has other products.
 *
 * An unknown code stands for the product that the header names.
 */
function chooseFiled({ code, name }: ProductHints['product'], given: readonly string[]): Filed | null {
  const versions = given.map(toNumber)
  if (code === null || !isCodeOfFormat(code)) return toOwnProduct(name, versions)
  const products = FILED_UNDER.get(code) ?? []
  const exact = products.find((one) => fits(versions, one))
  if (exact !== undefined) return { product: exact.product, versions }
  const general = products.find((one) => one.versions === undefined)
  if (general === undefined) return null
  return { product: general.product, versions: products.some((one) => one.versions !== undefined) ? [] : versions }
}

function isCodeOfFormat(code: string): boolean {
  return PRODUCTS.has(code) || FILED_UNDER.has(code)
}

function toOwnProduct(name: string, versions: readonly string[]): Filed | null {
  const id = toProductId(name)
  if (id === '' || name === CD_PRODUCT) return null
  return { product: PRODUCTS_BY_ID.get(id) ?? { id, name }, versions }
}

function fits(given: readonly string[], { versions = [], besides = [] }: FiledProduct): boolean {
  const isOwn = (version: string) => versions.includes(version)
  return given.some(isOwn) && given.every((version) => isOwn(version) || besides.includes(version))
}
