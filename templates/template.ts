/**
 * What Eleventy gives a template: the archive, the entry of the pagination, the page's address.
 */
import type { ArchiveView } from '../src/render/view.js'

export interface TemplateInput<Entry = undefined> {
  readonly archive: ArchiveView
  /** The one entry of this page, under the alias each template gives it. */
  readonly entry: Entry
}

/**
 * Settings of every template. No collections: they would hold all pages. A fixed date: Eleventy would ask the file system.
 */
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

/** Settings of a page that exists once: made only by the run that is told to. Rendered by no other, unlike `permalink: false`. */
export const ONCE = {
  ...COMMON_SETTINGS,
  once: ['once'],
  pagination: {
    ...eachOf('once'),
    before: (entries: readonly string[], { archive }: TemplateInput): readonly string[] =>
      archive.single ? entries : [],
  },
} as const
