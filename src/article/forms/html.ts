/**
 * Saved and archived pages of the support site and of its mirrors: the text of a later form, with its structure in
 * tags.
 *
 *     > | <h1>Ledger Fails with Error 1068</h1>
 *     > | <table><tr><td>Article ID</td><td>:</td><td>41912</td></tr> ... </table>
 *     > | <h3>SYMPTOMS</h3><p>After the setup you receive the error 1068.</p>
 *
 * `src/article/html/` reads them. Pages that only wrap a raw text in `<pre>` are a form of their own: `html-pre.ts`.
 */

import { WEB_USUAL } from '../header-lines/web-reader.js'
import { findPageTag, readPageArticle, readPageOpening } from '../html/page-header.js'
import type { FormReader } from './form.js'

export const HTML: FormReader = {
  looksFor: 'the header of another form in the text of an HTML page',
  findStarts: (text) => {
    const start = findPageTag(text)
    const article = start < 0 ? null : readPageArticle(text)
    return article === null || article.isPreformatted ? [] : [start]
  },
  isPage: true,
  readOpening: readPageOpening,
  landmark: null,
  frame: 'page',
  encoding: 'declared',
  bodyForm: 'web-2004',
  hasBareHeadings: false,
  wrapColumn: 4000,
  usual: new Set([...WEB_USUAL, 'line-tabs']),
}
