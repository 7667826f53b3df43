/** Recognises a page as an article, and reads the article's header from the page's text. */
import type { Opening } from '../header/header.js'
import type { Report } from '../problems.js'
import { type FlatPage, flattenPage } from './flat-page.js'
import { findInnerForm, type InnerForm } from './inner-forms.js'

/** Matches a tag that only an HTML page has. */
const PAGE_TAG = /<(?:!doctype\s{1,8}html|html|head|title|meta|body|pre|h[1-6]|table|div|center)\b/i
/** Length of the text's beginning that is searched for such a tag, in UTF-16 code units. */
const HEAD_LENGTH = 65_536

/** Returns the offset where the page begins, or -1 if the text is no page. */
export function findPageTag(text: string): number {
  return text.includes('<') ? text.slice(0, HEAD_LENGTH).search(PAGE_TAG) : -1
}

/** A page that is an article: its text, and the form of that text. */
export interface PageArticle extends InnerForm {
  readonly page: FlatPage
  /** True if the article is one preformatted text. */
  readonly isPreformatted: boolean
}

/** Share of a page's text that must be in `<pre>`: then the article was put into the page unchanged. */
const MIN_PREFORMATTED = 0.5

/** Cache of the last page: recognising it, its header and its blocks need it one after the other. */
let cachedPage: { readonly source: string; readonly article: PageArticle | null } | null = null

/** Reads a page's text as an article; `null`: it is no article. */
export function readPageArticle(source: string): PageArticle | null {
  if (cachedPage?.source !== source) cachedPage = { source, article: findPageArticle(source) }
  return cachedPage.article
}

function findPageArticle(source: string): PageArticle | null {
  const page = flattenPage(source)
  const inner = findInnerForm(page.text)
  if (inner === null) return null
  const isPreformatted = inner.reader.frame === 'raw' && page.preformatted > page.text.length * MIN_PREFORMATTED
  return { ...inner, page, isPreformatted }
}

/** Matches a wiki's page name or a bare number, which is no title. */
const NO_TITLE = /(?:^|[/ ])(?:KB|Q)?\d{4,7}$/i

/** Reads the header of a page's article. */
export function readPageOpening(lines: readonly string[], report: Report): Opening {
  const source = lines.join('\n')
  const article = readPageArticle(source)
  const { reader, page } = article ?? { reader: null, page: flattenPage(source) }
  const opening = reader?.readOpening(page.text.split('\n'), () => {}) ?? EMPTY
  const { header } = opening
  const title = [page.heading, header.title, page.title].find((text) => text !== '' && !NO_TITLE.test(text)) ?? ''
  if (article === null) report('header-field-missing', 1, 'Article ID')
  return {
    header: { ...header, title, lineOf: () => 1 },
    range: null,
    end: null,
    residue: null,
    rest: [],
  }
}

const EMPTY: Opening = {
  header: {
    number: 0,
    title: '',
    product: { code: null, name: '' },
    modified: '',
    versions: '',
    systems: [],
    keywords: [],
    fields: {},
    lineOf: () => 1,
  },
  range: null,
  end: null,
  residue: null,
  rest: [],
}
