/**
 * The names of the forms, in a module of their own: the schema takes long to load, and a build without changes does not
 * need it.
 *
 * Append to this list, never reorder it: a build's spool stores the indexes of its elements.
 */

/** The forms in which articles have survived. FORMAT.md describes each; `forms/forms.ts` has their readers. */
export const FORMS = [
  'txt',
  'md',
  'md-cd',
  'pss',
  'md-flags',
  'bbs',
  'viewer',
  'web-1996',
  'web-1997',
  'pss-2002',
  'web-2004',
  'html',
  'html-pre',
] as const
export type Form = (typeof FORMS)[number]
