/** The text forms that a page may contain. A page is an article if its text has the header of one of them. */
import type { Form } from '../form-names.js'
import { BBS } from '../forms/bbs.js'
import type { FormReader } from '../forms/form.js'
import { PSS } from '../forms/pss.js'
import { PSS_2002 } from '../forms/pss-2002.js'
import { RAW } from '../forms/raw-form.js'
import { VIEWER } from '../forms/viewer.js'
import { WEB_1996 } from '../forms/web-1996.js'
import { WEB_1997 } from '../forms/web-1997.js'
import { WEB_2004 } from '../forms/web-2004.js'

/** A form and its reader. */
export interface InnerForm {
  readonly form: Form
  readonly reader: FormReader
}

const INNER: readonly InnerForm[] = [
  { form: 'txt', reader: RAW },
  { form: 'bbs', reader: BBS },
  { form: 'viewer', reader: VIEWER },
  { form: 'pss', reader: PSS },
  { form: 'pss-2002', reader: PSS_2002 },
  { form: 'web-1996', reader: WEB_1996 },
  { form: 'web-1997', reader: WEB_1997 },
  { form: 'web-2004', reader: WEB_2004 },
]

/** Returns the form whose header comes first in a page's text, or `null`. */
export function findInnerForm(text: string): InnerForm | null {
  let found: InnerForm | null = null
  let first = text.length
  for (const inner of INNER) {
    const [start] = inner.reader.findStarts(text)
    if (start === undefined || start >= first) continue
    found = inner
    first = start
  }
  return found
}
