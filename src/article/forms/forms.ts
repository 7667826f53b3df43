/**
 * The table of forms, one reader each. If articles of two forms begin at the same offset, the first form counts.
 *
 * A new form is a file beside this one, a line here, and its name in `form-names.ts`.
 */
import type { Form } from '../form-names.js'
import type { Opening } from '../header/header.js'
import type { Report } from '../problems.js'
import { BBS } from './bbs.js'
import type { FormReader } from './form.js'
import { HTML } from './html.js'
import { HTML_PRE } from './html-pre.js'
import { CD } from './markdown/cd-form.js'
import { FLAGS } from './markdown/flags-form.js'
import { MARKDOWN } from './markdown/markdown-form.js'
import { PSS } from './pss.js'
import { PSS_2002 } from './pss-2002.js'
import { RAW } from './raw-form.js'
import { VIEWER } from './viewer.js'
import { WEB_1996 } from './web-1996.js'
import { WEB_1997 } from './web-1997.js'
import { WEB_2004 } from './web-2004.js'

export const FORM_READERS: Readonly<Record<Form, FormReader>> = {
  txt: RAW,
  md: MARKDOWN,
  'md-cd': CD,
  'md-flags': FLAGS,
  bbs: BBS,
  viewer: VIEWER,
  pss: PSS,
  'pss-2002': PSS_2002,
  'web-1996': WEB_1996,
  'web-1997': WEB_1997,
  'web-2004': WEB_2004,
  html: HTML,
  'html-pre': HTML_PRE,
}

/** Reads the header of an article's lines. */
export function readOpening(form: Form, lines: readonly string[], report: Report): Opening {
  return FORM_READERS[form].readOpening(lines, report)
}
