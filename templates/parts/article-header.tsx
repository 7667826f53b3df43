/**
 * The head of an article: title, and in a few lines what it is about. Compact: the text begins on the first screen.
 */
import type { Child, Result } from 'hastscript'
import type { AppliesTo, Article } from '../../src/article/article.js'
import { facetPath } from '../../src/render/paths.js'
import type { ArticleContext, Facet } from '../../src/render/view.js'
import { pageHref } from './page.js'

/** A list of at most this many products stands open. */
const OPEN_PRODUCTS = 3

export function articleHeader(root: string, { article }: ArticleContext): Result {
  return (
    <header class="lead">
      <h1>{article.title}</h1>
      <dl class="facts">
        {fact('Article', article.id)}
        {fact('Product', facetLink(root, 'product', article.product.code, article.product.name))}
        {fact('Type', facetLink(root, 'type', article.type, article.type ?? ''))}
        {fact('Modified', date(article))}
        {fact('Versions', article.versions.text)}
        {fact('Systems', article.operatingSystems.join(', '))}
      </dl>
      {appliesTo(article.appliesTo)}
    </header>
  )
}

/** One term with its value; nothing where the article says nothing. */
function fact(term: string, value: Child): Result | null {
  if (value === null || value === '') return null
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function date(article: Article): Child {
  return article.modified === null ? article.modifiedText : <time datetime={article.modified}>{article.modified}</time>
}

function facetLink(root: string, facet: Facet, label: string | null, title: string): Child {
  return label === null ? title : <a href={pageHref(root, facetPath(facet, label))}>{title}</a>
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
      {products.map((product) => (
        <li>
          {product.text}
          {product.children.length === 0 ? null : productList(product.children)}
        </li>
      ))}
    </ul>
  )
}
