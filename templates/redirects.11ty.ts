/**
 * The file `_redirects`, which some hosts read (Netlify, Cloudflare Pages). It redirects from folders without a page,
 * and from addresses in upper case, as in old links. A rule cannot compute the folder of an article, so the script of
 * the 404 page handles other old forms (`/Q214864`).
 */

import { PRODUCTS_BY_ID } from '../src/article/products/product-index.js'
import { PRODUCTS } from '../src/article/products/products.js'
import { facetPath } from '../src/render/paths.js'
import { ONCE, type TemplateInput } from './template.js'

export const data = { ...ONCE, permalink: '_redirects', eleventyAllowMissingExtension: true }

export function render({ archive: { site } }: TemplateInput): string {
  const root = site.url === null ? '/' : new URL(site.url).pathname
  return `${root}kb ${root}#numbers 302
${root}kb/ ${root}#numbers 302
${root}KB/* ${root}kb/:splat 301
${movedLists(root)}`
}

/**
 * Redirects from the former addresses of lists by product code, below `product/`; not if a product has that address
 * now.
 */
function movedLists(root: string): string {
  const codes = [...PRODUCTS.keys()].filter((code) => !PRODUCTS_BY_ID.has(code))
  return codes
    .map((code) => `${root}${facetPath('product', code)}* ${root}${facetPath('filed', code)}:splat 301\n`)
    .join('')
}
