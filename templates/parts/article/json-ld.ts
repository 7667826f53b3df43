/**
 * An article as a TechArticle of schema.org, for search engines. Leaves out what title, description and canonical link
 * say.
 */

import type { Article } from '../../../src/article/article.js'
import type { ArticleContext } from '../../../src/render/view.js'
import { toProductName } from '../../../src/render/words/product-name.js'

export function toTechArticle({ article }: ArticleContext): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    headline: article.title,
    identifier: article.id,
    ...(article.modified === null ? {} : { dateModified: article.modified }),
    about: listAbout(article),
  }
}

/** The products of an article; if none is known, the product that it is filed under. */
function listAbout({ products, product }: Article): string | readonly string[] {
  const names = products.map(({ name }) => name)
  if (names.length === 0) return toProductName(product)
  return names.length === 1 ? (names[0] ?? '') : names
}
