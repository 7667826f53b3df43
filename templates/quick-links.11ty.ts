/** The file that search boxes load at the first key; see `src/render/quick-links.ts`. */
import { QUICK_LINKS_FILE, type QuickLinkFile, toErrorRow, toProductRow } from '../src/render/quick-links.js'
import type { FacetValue, OnceView } from '../src/render/view.js'
import { ONCE, type TemplateInput } from './template.js'

export const data = { ...ONCE, permalink: QUICK_LINKS_FILE }

export function render({ archive }: TemplateInput): string {
  const { assets } = archive.site
  const products = [...valuesOf(archive, 'product'), ...archive.versions]
  const file: QuickLinkFile = {
    scripts: [assets['quick-links.js'] ?? 'quick-links.js', assets['engine.js'] ?? 'engine.js'],
    errors: valuesOf(archive, 'error').map(toErrorRow),
    products: products.map(toProductRow),
  }
  return `kbQuickLinks=${JSON.stringify(file)}\n`
}

function valuesOf({ facetIndexes }: OnceView, facet: 'product' | 'error'): readonly FacetValue[] {
  return facetIndexes.find((index) => index.facet === facet)?.values ?? []
}
