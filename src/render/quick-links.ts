/**
 * The file `quick-links.js` at the site's root: the lists of error codes and products that search boxes offer while one
 * types, and the scripts that do it. A template writes it, `src/client/quick-links/` reads it.
 *
 *     kbQuickLinks={"scripts":["quick-links.4f2a91c0.js","engine.c8622d16.js"],
 *       "errors":[["0x80004005",312,"E_FAIL"],["0x80004006",1,156801],["Error 1460",2]],
 *       "products":[["Windows NT 4.0","windows-nt/4.0",4161]]}
 *
 * Its name is always the same, so no page needs to know the names of the scripts, which change with their content.
 */
import { articlePath, facetPath } from './paths.js'
import type { FacetValue } from './view.js'

export const QUICK_LINKS_FILE = 'quick-links.js'

export interface QuickLinkFile {
  /** The names in `assets/`: the script of the lists below search boxes, and the search engine. */
  readonly scripts: readonly [lists: string, engine: string]
  readonly errors: readonly ErrorRow[]
  readonly products: readonly ProductRow[]
}

/**
 * A code, the number of articles that quote it, and the article if it is the only one: such a code has no list. One with
 * a list may have a meaning instead.
 */
export type ErrorRow = readonly [code: string, count: number, articleOrMeaning?: number | string]

/** The name of a product or version, its label, the number of its articles. */
export type ProductRow = readonly [name: string, label: string, count: number]

/** `kb/156/Q156801/` */
const ARTICLE_PATH = /^kb\/.*\/Q(\d+)\/$/

export function toErrorRow({ label, path, count, meaning }: FacetValue): ErrorRow {
  const article = ARTICLE_PATH.exec(path)?.[1]
  if (article !== undefined) return [label, count, Number(article)]
  return meaning === undefined ? [label, count] : [label, count, meaning]
}

export function toProductRow({ title, label, count }: FacetValue): ProductRow {
  return [title, label, count]
}

/** The path of a code's page. */
export function errorPath([code, , article]: ErrorRow): string {
  return typeof article === 'number' ? articlePath(article) : facetPath('error', code)
}

/** The path of a product's or a version's page. */
export function productPath([, label]: ProductRow): string {
  return facetPath(label.includes('/') ? 'version' : 'product', label)
}
