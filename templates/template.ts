/**
 * What Eleventy gives a template, and the settings that templates share. A template exports `data` and `render`.
 */
import type { OnceView, PagesView } from '../src/render/view.js'

export interface TemplateInput<Entry = undefined> {
  readonly archive: OnceView
  /** What this page is made of: a facet's index, the number of a page. */
  readonly entry: Entry
}

/** What a template of pages that exist many times is given. */
export interface PageInput<Entry> {
  readonly archive: PagesView
  /** What this page is made of: an article's number, a list's index, the numbers of original texts. */
  readonly entry: Entry
}

/** A template of pages that exist many times: a build makes them by these two, `npm run dev` through Eleventy. */
export interface PageTemplate<Entry> {
  readonly data: { permalink(input: PageInput<Entry>): string }
  render(input: PageInput<Entry>): string
}

/** No collections: they would hold all pages. A fixed date: Eleventy would ask the file system. */
export const COMMON_SETTINGS = {
  eleventyExcludeFromCollections: true,
  date: new Date(0),
  layout: false,
} as const

/** Pagination over a list of global data, one page an entry; makes no page where the list is empty. */
export function eachOf(list: string) {
  return {
    data: list,
    size: 1,
    alias: 'entry',
    generatePageOnEmptyData: false,
    addAllPagesToCollections: false,
  } as const
}

/** Settings of a template whose pages are counted by `count`: `entry` is 1, 2 ... Other than `permalink: false`, 0 renders nothing. */
export function eachPage(count: (archive: OnceView) => number) {
  const before = (_: unknown, { archive }: TemplateInput): number[] =>
    Array.from({ length: count(archive) }, (_entry, index) => index + 1)
  return { ...COMMON_SETTINGS, pages: [1], pagination: { ...eachOf('pages'), before } } as const
}

/** A page that exists once: made only by the run that is told to. */
export const ONCE = eachPage(({ single }) => (single ? 1 : 0))

/** The same for what a site built with `--pwa` has. */
export const ONCE_WITH_WORKER = eachPage(({ single, site }) => (single && site.pwa ? 1 : 0))

/** The same for what makes no sense without the site's address. */
export const ONCE_WITH_ADDRESS = eachPage(({ single, site }) => (single && site.url !== null ? 1 : 0))
