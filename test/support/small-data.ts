/** The data of a small archive, made by the parser from articles written for the tests. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Article } from '../../src/article/article.js'
import { parseArticle } from '../../src/article/parse.js'
import { makeFolder, writeFiles } from './small-site.js'

/** A short article in the text form. `body` is what stands between the product list and the keyword block. */
export function toArticleText(id: string, title: string, body: string): string {
  return `DOCUMENT:${id}  12-MAR-2001  [winnt]
TITLE   :${title}
PRODUCT :Microsoft Windows NT
PROD/VER::4.0
OPER/SYS:
KEYWORDS:kbprint kbspooler

======================================================================
-------------------------------------------------------------------------------
The information in this article applies to:

 - Microsoft Windows NT Server version 4.0
-------------------------------------------------------------------------------

${body}

Additional query words: tallybook queue

======================================================================
Keywords          : kbprint kbspooler
Version           : :4.0
=============================================================================

THE INFORMATION PROVIDED IN THE MICROSOFT KNOWLEDGE BASE IS PROVIDED "AS IS".

Copyright Microsoft Corporation 2001.
`
}

/** Two articles that refer to each other, and the second to a third that is not there. */
export const TEXTS: Readonly<Record<string, string>> = {
  Q214864: toArticleText(
    'Q214864',
    'PRB: Tallybook Printer Stops & Says "Busy: 2"',
    `SYMPTOMS
========

The Tallybook printer stops after the second sheet. *Nothing* is logged.

RESOLUTION
==========

To start it again:

1. Stop the spooler.

2. Type the following command:

      net start spooler | more

For more information, see the following article:

   Q152734 How to Empty the Queue of a Tallybook Printer`,
  ),
  Q152734: toArticleText('Q152734', 'How to Empty the Queue', 'See Q214864 and Q999999 in the Knowledge Base.'),
}

/** The articles of `texts`, as a build would have them. */
export function parseTexts(texts: Readonly<Record<string, string>> = TEXTS): readonly Article[] {
  return Object.entries(texts).map(([id, text]) => {
    const bytes = Buffer.from(text, 'latin1')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return parseArticle({ form: 'txt', name: `${id}.TXT`, bytes, sha256 })
  })
}

/** Writes the articles into the `data` folder beside a site that is named; returns the path of that site. */
export function makeData(articles: readonly Article[] = parseTexts()): string {
  const folder = makeFolder()
  const buckets: Record<string, string> = {}
  for (const article of articles)
    buckets[`data/${article.bucket}.ndjson`] =
      `${buckets[`data/${article.bucket}.ndjson`] ?? ''}${JSON.stringify(article)}\n`
  writeFiles(folder, buckets)
  return join(folder, 'site')
}
