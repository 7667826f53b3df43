/**
 * The data that templates receive: the archive as one page sees it.
 *
 * `src/pipeline/` makes it from articles and the catalog, `templates/` reads it.
 */
import type { Article } from '../article/article.js'

/** The card of an article: everything that other pages show of it, in lists, search hits, links and neighbours. */
export interface Card {
  readonly number: number
  /** `Q214864` */
  readonly id: string
  readonly title: string
  readonly type: string | null
  readonly product: { readonly code: string | null; readonly name: string }
  /** ISO date; null if the date cannot be read. */
  readonly modified: string | null
  /** One line of the article's own prose, at most 160 characters; may be empty. */
  readonly summary: string
}

/**
 * Data that every page shows. None of it changes when an article is added: otherwise all pages would be rendered again.
 */
export interface SiteFrame {
  readonly title: string
  /** The absolute URL of the site, with a trailing slash; null: no canonical links, sitemap and feed. */
  readonly url: string | null
  readonly generator: string
  readonly publishData: boolean
  readonly originals: boolean
  /** True if a service worker keeps visited pages for reading offline. */
  readonly pwa: boolean
  /** Names of the files in `assets/`: `{ 'site.css': 'site.4f2a91c0.css', 'page.js': ... }`. */
  readonly assets: Readonly<Record<string, string>>
}

/** Data of the site as a whole, for single pages only. */
export interface SiteView extends SiteFrame {
  /** The id of the build; it changes whenever the content of the archive changes. */
  readonly buildId: string
  readonly articleCount: number
}

/** A cited article; `card` is null if the archive lacks it. */
export interface LinkTarget {
  readonly id: string
  readonly card: Card | null
}

/** An article, and everything else that its page shows. */
export interface ArticleContext {
  readonly article: Article
  readonly card: Card
  /** The articles that it cites, by id. */
  readonly targets: ReadonlyMap<string, LinkTarget>
  readonly backlinks: readonly Card[]
  readonly related: readonly Card[]
  /** Paths of values that only this article has: they have no lists, so the page must not link to them. */
  readonly lonely: ReadonlySet<string>
  /** Numbers of the previous and the next article; null at the ends of the archive. */
  readonly previous: number | null
  readonly next: number | null
  /** Other texts of the same id in the sources, newest first; usually empty. */
  readonly revisions: readonly RevisionView[]
}

/** A revision: another text of the same article. */
export interface RevisionView {
  readonly name: string
  /** The name of its dump; `''` if the archive is made from one dump. */
  readonly dump: string
  /** The number of other files that have the same text. */
  readonly copyCount: number
  readonly modified: string | null
  readonly sha256: string
  /** Decoded, with `\n` line ends. */
  readonly text: string
  /** The text of the article, to compare with; null if they are not compared. */
  readonly present: string | null
}

/** The original text of an article, decoded. With `lineEnd` and `encoding`, the exact bytes can be restored. */
export interface OriginalText {
  readonly id: string
  readonly number: number
  readonly title: string
  /** The path of its file in the sources: `txt/214/Q214864.TXT`. */
  readonly name: string
  readonly sha256: string
  readonly encoding: string
  readonly text: string
  readonly lineEnd: '\r\n' | '\n' | '\r' | 'mixed'
}

/** A value of a facet: `{ label: 'windows-nt', title: 'Windows NT', path: 'product/windows-nt/', count: 9161 }`. */
export interface FacetValue {
  readonly label: string
  /** The name that a reader sees beside or instead of the label, such as that of a product; else the label. */
  readonly title: string
  /** The path of the first page of its list, or of its only article; ends with `/`. */
  readonly path: string
  readonly count: number
  /** What an error code means, where articles agree on it. */
  readonly meaning?: string
}

/**
 * The facets. Each has an index page (`keyword/`), and a list per value (`keyword/kbnetwork/`). Versions have no index
 * page: their lists are below that of the product (`product/windows-nt/4.0/`), which links to them. `filed` is the
 * product that an article is filed under.
 */
export const FACETS = [
  'product',
  'version',
  'filed',
  'type',
  'keyword',
  'technology',
  'system',
  'year',
  'error',
] as const
export type Facet = (typeof FACETS)[number]

/** A part of a long list, with a heading: a letter of a product's titles, or a month of a year. */
export interface ListPart {
  /** `M`, `1999-04` */
  readonly title: string
  /** The id of its heading: `letter_m`, `month_1999-04`. */
  readonly id: string
  readonly count: number
}

/**
 * The articles of one part on a page of a list. `part` is null if the list has no parts. `goesOn`: the part begins on a
 * previous page.
 */
export interface ListGroup {
  readonly part: ListPart | null
  readonly goesOn: boolean
  readonly cards: readonly Card[]
}

/** One page of a paginated list of articles. */
export interface ListPage {
  readonly facet: Facet | 'bucket'
  readonly value: FacetValue
  /** The path of this page: `product/windows-nt/`, `product/windows-nt/page-2/`. */
  readonly path: string
  /** The number of this page, from 1. */
  readonly page: number
  /** The number of all pages of the list. */
  readonly pages: number
  /** True if each article is shown with its summary: in lists of products, and in short lists. */
  readonly withSummaries: boolean
  readonly groups: readonly ListGroup[]
  /** The lists of a product's versions; and the list of a version's product. */
  readonly narrower: readonly FacetValue[]
  readonly broader: FacetValue | null
  /** All parts of the list, each with the path of the page on which it begins; may be empty. */
  readonly parts: readonly (ListPart & { readonly path: string })[]
}

/** The index page of a facet: all its values. */
export interface FacetIndex {
  readonly facet: Facet
  readonly path: string
  readonly values: readonly FacetValue[]
}

/** Statistics for the home, about, map and problems pages. */
export interface ArchiveStatistics {
  readonly products: readonly FacetValue[]
  readonly filed: readonly FacetValue[]
  readonly types: readonly FacetValue[]
  readonly years: readonly FacetValue[]
  readonly buckets: readonly FacetValue[]
  /** Number of articles by year and product code: `yearProducts[year][code]`. */
  readonly yearProducts: Readonly<Record<string, Readonly<Record<string, number>>>>
  /**
   * Number of articles that have a section of each name; and a block of each kind (`steps`, `note`, `code`, `table`).
   */
  readonly sections: Readonly<Record<string, number>>
  readonly blocks: Readonly<Record<string, number>>
  readonly problems: readonly ProblemCount[]
  readonly wanted: readonly { readonly id: string; readonly count: number; readonly citedBy: readonly Card[] }[]
  readonly recent: readonly Card[]
  /** Number of references between products; `from` and `to` are product codes. */
  readonly productLinks: readonly { readonly from: string; readonly to: string; readonly count: number }[]
  readonly sources: readonly { readonly name: string; readonly sha256: string; readonly articles: number }[]
}

/** A problem. `count`: how many articles have it; `articles`: the first few of them. */
export interface ProblemCount {
  readonly code: string
  readonly explanation: string
  readonly count: number
  readonly articles: readonly Card[]
}

/** The data for templates that make a page per article, list or group of original texts. */
export interface PagesView {
  readonly site: SiteFrame
  article(number: number): ArticleContext
  list(index: number): ListPage
  original(number: number): OriginalText
}

/** The data for templates that make single pages: home, about, search, 404, sitemap, the indexes of facets. */
export interface OnceView {
  readonly site: SiteView
  readonly statistics: ArchiveStatistics
  readonly facetIndexes: readonly FacetIndex[]
  /** The versions of products that have lists. */
  readonly versions: readonly FacetValue[]
  /** False if Eleventy should only load the templates, and make no single pages. */
  readonly single: boolean
  /** The path and date of each article, ascending by number, for sitemaps. A generator saves memory. */
  sitemap(): Iterable<{ readonly path: string; readonly modified: string | null }>
}

/** The lists of pages that Eleventy should make, besides the single ones. */
export interface EleventyPages {
  /** Article numbers, ascending. */
  readonly articles: readonly number[]
  /** Arguments for `list`. */
  readonly lists: readonly number[]
  /** Article numbers, grouped by the page of their original texts. */
  readonly originals: readonly (readonly number[])[]
}

/**
 * The whole archive, which Eleventy passes to templates as `archive`. A build makes most pages without Eleventy; the
 * lists of `EleventyPages` are then empty.
 */
export interface ArchiveView extends OnceView, PagesView, EleventyPages {
  readonly site: SiteView
}
