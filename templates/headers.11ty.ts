/**
 * The file `_headers` with response headers, which some hosts read. Two kinds of files are cached for a year: files
 * whose names change with their content, and shards, whose addresses contain the stamp of their content.
 */
import { toSitePolicy } from './parts/page.js'
import { ONCE, type TemplateInput } from './template.js'

export const data = { ...ONCE, permalink: '_headers', eleventyAllowMissingExtension: true }

/** Folders of such files. A path must not match two rules for the same header, because hosts would join the values. */
const FIXED = ['assets', 'search/words', 'search/terms', 'search/places', 'search/cards'] as const

export function render({ archive: { site } }: TemplateInput): string {
  const fixed = FIXED.map((folder) => `/${folder}/*\n  Cache-Control: public, max-age=31536000, immutable\n`)
  return `/*
  Content-Security-Policy: ${toSitePolicy(site)}; frame-ancestors 'self'
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
${fixed.join('')}`
}
