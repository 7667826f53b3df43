/**
 * The names of the forms: apart from the schema, which takes longer to load than a build without changes may. Appended, never reordered:
 * the spool of a build keeps their places in this list.
 */

/** The forms in which articles have survived. FORMAT.md says how each looks; `forms/forms.ts` has their readers. */
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
