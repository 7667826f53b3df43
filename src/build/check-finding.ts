/** What `kb check` finds wrong: a closed list of codes, each with what a site must have instead. */

/** Every code, with what is expected. Printed in front of what was found. */
export const FINDINGS = {
  'file-unreadable': 'Expected a whole file',
  'hash-differs': 'Expected the content that `MANIFEST.sha256` says',
  'file-unlisted': 'Expected every file to be in `MANIFEST.sha256`',
  'file-missing': 'Expected a file that `MANIFEST.sha256` lists',
  'entry-odd': 'Expected all files of the archive in one folder',
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
} as const
export type FindingCode = keyof typeof FINDINGS

/** `file`: path in the site. `found`: the offending text, cut. */
export interface Finding {
  readonly code: FindingCode
  readonly file: string
  readonly found: string
}
