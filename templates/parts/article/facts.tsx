/** The facts beside an article's text: product, dates, versions, applies-to list. */
import type { Child, Result } from 'hastscript'
import type { AppliesTo, Article } from '../../../src/article/article.js'
import type { ArticleContext, Facet } from '../../../src/render/view.js'
import { typeMeaning } from '../../../src/render/words/article-type.js'
import { keywordMeaning } from '../../../src/render/words/keyword-meaning.js'
import { hasList, listLink } from '../facets.js'
import { day, fact } from '../text.js'

/** An applies-to list of at most this many entries is open; a longer one is folded. */
const OPEN_PRODUCTS = 3

export function articleFacts(root: string, { article, card, lonely }: ArticleContext): Result {
  const { type, modified } = article
  return (
    <>
      <dl class="facts">
        {fact('Product', productLinks(root, article, card))}
        {fact('Type', articleType(root, type, lonely))}
        {fact('Issue', issue(article))}
        {fact('Modified', day(modified, article.modifiedText))}
        {fact('Versions', versions(article))}
        {fact('Systems', listSystems(root, article))}
      </dl>
      {appliesTo(article.appliesTo)}
    </>
  )
}

/** Most products that are shown; the applies-to list has all. */
const SHOWN_PRODUCTS = 6

/** Links to the products of an article; if none is known, to the product that it is filed under. */
function productLinks(root: string, { products }: Article, { product: { code, name } }: ArticleContext['card']): Child {
  if (products.length === 0) return linkTo(root, 'filed', code ?? name, name)
  const links = products.slice(0, SHOWN_PRODUCTS).map(({ id, name: title }) => linkTo(root, 'product', id, title))
  return links.length === 1 ? (links[0] ?? null) : links.map((link) => <span>{link}</span>)
}

function linkTo(root: string, facet: Facet, label: string, title: string): Child {
  return label === '' ? title : listLink(root, facet, label, title)
}

function articleType(root: string, type: string | null, lonely: ReadonlySet<string>): Child {
  if (type === null) return null
  const meaning = typeMeaning(type)
  return (
    <>
      {hasList(lonely, 'type', type) ? linkTo(root, 'type', type, type) : type}
      {meaning === null ? null : <small>{meaning}</small>}
    </>
  )
}

/** `Bug, Fixed`: the issue and solution types of the keyword block. */
function issue({ keywordBlock }: Article): string {
  const words = [...(keywordBlock?.issueType ?? []), ...(keywordBlock?.solutionType ?? [])]
  return words.map((word) => keywordMeaning(word) ?? word).join(', ')
}

/** The versions by platform; if they could not be parsed, as printed. `winnt:` names only a platform. */
function versions({ versions: { text, platforms } }: Article): Child {
  const named = platforms.filter((platform) => platform.versions.length > 0)
  if (named.length === 0) return text.replace(/:$/, '')
  return named.map(({ platform, versions: numbers }) => (
    <span>{platform === null ? numbers.join(', ') : `${platform}: ${numbers.join(', ')}`}</span>
  ))
}

function listSystems(root: string, { operatingSystems }: Article): Child {
  return operatingSystems.map((system) => <span>{linkTo(root, 'system', system, system)}</span>)
}

function appliesTo(products: Article['appliesTo']): Result | null {
  if (products === null || products.length === 0) return null
  const count = countProducts(products)
  return (
    <details class="applies" open={count <= OPEN_PRODUCTS}>
      <summary>{count === 1 ? 'Applies to' : `Applies to ${count} products`}</summary>
      {productList(products)}
    </details>
  )
}

function countProducts(products: readonly AppliesTo[]): number {
  return products.reduce((sum, product) => sum + 1 + countProducts(product.children), 0)
}

function productList(products: readonly AppliesTo[]): Result {
  return (
    <ul>
      {products.map(({ text, children }) => (
        <li>
          {text}
          {children.length === 0 ? null : productList(children)}
        </li>
      ))}
    </ul>
  )
}
