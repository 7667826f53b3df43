/** The input of templates, and the settings that they share. A template exports `data` and `render`. */
import type { OnceView, PagesView } from '../src/render/view.js'

/** The input of a template for single pages. */
export interface TemplateInput<Entry = undefined> {
  readonly archive: OnceView
  /** The subject of the page: the index of a facet, or the number of a page. */
  readonly entry: Entry
}

/** The input of a template that makes a page per article, list or group of original texts. */
export interface PageInput<Entry> {
  readonly archive: PagesView
  /** The subject of the page: the number of an article, the index of a list, or the numbers of original texts. */
  readonly entry: Entry
}

/** Such a template. A build calls these two functions directly, `npm run dev` uses Eleventy. */
export interface PageTemplate<Entry> {
  readonly data: { permalink(input: PageInput<Entry>): string }
  render(input: PageInput<Entry>): string
}

/**
 * Settings of all templates. Pages are in no collection, which would keep all of them in memory. The fixed date keeps
 * Eleventy from asking the file system for one.
 */
export const COMMON_SETTINGS = {
  eleventyExcludeFromCollections: true,
  date: new Date(0),
  layout: false,
} as const

/** Pagination over a list of global data: one page per entry; no page if the list is empty. */
export function eachOf(list: string) {
  return {
    data: list,
    size: 1,
    alias: 'entry',
    generatePageOnEmptyData: false,
    addAllPagesToCollections: false,
  } as const
}

/**
 * Settings of a template with `count` pages; `entry` is 1, 2 ... If `count` returns 0, nothing is rendered at all,
 * unlike with `permalink: false`.
 */
export function eachPage(count: (archive: OnceView) => number) {
  const before = (_: unknown, { archive }: TemplateInput): number[] =>
    Array.from({ length: count(archive) }, (_entry, index) => index + 1)
  return { ...COMMON_SETTINGS, pages: [1], pagination: { ...eachOf('pages'), before } } as const
}

/** Settings of a single page. It is made only if `single` is true. */
export const ONCE = eachPage(({ single }) => (single ? 1 : 0))

/** Settings of a single page that only a site built with `--pwa` has. */
export const ONCE_WITH_WORKER = eachPage(({ single, site }) => (single && site.pwa ? 1 : 0))

/** Settings of a single page that needs the URL of the site. */
export const ONCE_WITH_ADDRESS = eachPage(({ single, site }) => (single && site.url !== null ? 1 : 0))
