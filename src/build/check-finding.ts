/** What `kb check` finds wrong: a closed list of codes, each with what to expect instead and what to do. */

/** Every code, with what a site must have. Printed behind what was found. */
export const FINDINGS = {
  'link-missing': 'Expected a link to a file of the site',
  'fragment-missing': 'Expected a link to an `id` of the page',
  'link-outside': 'Expected a link that stays in the site',
  'link-absolute': 'Expected a relative link: the site must work below any path and from a disk',
  'link-folder': 'Expected a link that names its file: a folder shows a listing when opened from a disk',
  'link-malformed': 'Expected an address that can be decoded',
  'link-scheme': 'Expected http, https, ftp, mailto or news',
  'external-request': 'Expected no request to another host',
  'inline-code': 'Expected no script, style or event handler inside the page: the content security policy forbids them',
  'base-element': 'Expected no `base` element: it changes where links lead',
  'site-odd': 'Expected a finished site',
} as const
export type FindingCode = keyof typeof FINDINGS

/** `file`: path in the site. `found`: the offending text, cut. */
export interface Finding {
  readonly code: FindingCode
  readonly file: string
  readonly found: string
}
