/**
 * Response headers for hosts that read `_headers`: files whose names change with their content, and those of the index that are asked
 * for with the stamp of their content, are kept for a year.
 */
import { toSitePolicy } from './parts/page.js'
import { ONCE, type TemplateInput } from './template.js'

export const data = { ...ONCE, permalink: '_headers', eleventyAllowMissingExtension: true }

/** No path has two rules for one header: hosts would join them. */
const FIXED = ['assets', 'search/words', 'search/terms', 'search/places', 'search/cards'] as const

export function render({ archive: { site } }: TemplateInput): string {
  const fixed = FIXED.map((folder) => `/${folder}/*\n  Cache-Control: public, max-age=31536000, immutable\n`)
  return `/*
  Content-Security-Policy: ${toSitePolicy(site)}; frame-ancestors 'self'
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
${fixed.join('')}`
}
