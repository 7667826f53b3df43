/**
 * Redirects for hosts that read `_redirects` (Netlify, Cloudflare Pages): folders that have no page of their own, and the upper case
 * that links of the time used. The page for what is not there knows the other old forms (`/Q214864`), which no rule can put right: a
 * rule can't work out an article's folder.
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

/** Lists by filing code were below `product/` before there were lists by product. A product's own list stays where it is. */
function movedLists(root: string): string {
  const codes = [...PRODUCTS.keys()].filter((code) => !PRODUCTS_BY_ID.has(code))
  return codes
    .map((code) => `${root}${facetPath('product', code)}* ${root}${facetPath('filed', code)}:splat 301\n`)
    .join('')
}
