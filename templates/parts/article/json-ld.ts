/**
 * An article as schema.org's TechArticle, for search engines.
 */

import { toProductName } from '../../../src/render/product-name.js'
import type { ArticleContext } from '../../../src/render/view.js'

export function toTechArticle(archive: string, url: string, { article, card }: ArticleContext): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    headline: article.title,
    identifier: article.id,
    description: card.summary,
    ...(article.modified === null ? {} : { dateModified: article.modified }),
    about: toProductName(article.product),
    keywords: article.keywords,
    inLanguage: 'en',
    url,
    isPartOf: { '@type': 'Collection', name: archive },
  }
}
