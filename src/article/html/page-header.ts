/**
 * Recognises a page as an article, and reads its header from the page's text.
 */
import type { Opening } from '../header/header.js'
import type { Report } from '../problems.js'
import { type FlatPage, flattenPage } from './flat-page.js'
import { findInnerForm, type InnerForm } from './inner-forms.js'

/** The first tag that only a page has. */
const PAGE_TAG = /<(?:!doctype\s{1,8}html|html|head|title|meta|body|pre|h[1-6]|table|div|center)\b/i
/** Structure that stands in no text before its header. */
const HEAD_LENGTH = 65_536

/** Where the page begins, if the text is one; else -1. */
export function findPageTag(text: string): number {
  return text.includes('<') ? text.slice(0, HEAD_LENGTH).search(PAGE_TAG) : -1
}

/** A page that is an article: its text, and the form of that. */
export interface PageArticle extends InnerForm {
  readonly page: FlatPage
  /** Whether the article is one preformatted text. */
  readonly isPreformatted: boolean
}

/** More than half of a page's text in `<pre>`: the article was put into the page as it is. */
const MIN_PREFORMATTED = 0.5

/** The last page that was asked for: recognising, the header and the blocks ask one after the other. */
let cachedPage: { readonly source: string; readonly article: PageArticle | null } | null = null

/** Reads a page's text as an article; `null`: it is none. */
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

/** A wiki's name of a page, or a bare number: no title. */
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
