/**
 * Response headers for hosts that read `_headers`: files whose names change with their content are kept for a year.
 */
import { CONTENT_SECURITY_POLICY } from './parts/page.js'
import { ONCE } from './template.js'

export const data = { ...ONCE, permalink: '_headers', eleventyAllowMissingExtension: true }

export function render(): string {
  return `/*
  Content-Security-Policy: ${CONTENT_SECURITY_POLICY}; frame-ancestors 'self'
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
/assets/*
  Cache-Control: public, max-age=31536000, immutable
`
}
