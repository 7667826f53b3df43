/**
 * What the templates are given: the archive as one page sees it.
 *
 * Types only. `src/build/` makes these from Articles and the catalog, `templates/` reads them; neither imports the other.
 */
import type { Article } from '../article/article.js'

/** One article in lists, search hits, links and neighbours: all that is shown of an article on another page. */
export interface Card {
  readonly number: number
  /** `Q214864` */
  readonly id: string
  readonly title: string
  readonly type: string | null
  readonly product: { readonly code: string | null; readonly name: string }
  /** ISO date, or null where it can't be read. */
  readonly modified: string | null
  /** One line of the article's own prose, at most 160 characters. */
  readonly summary: string
}

/** What every page shows of the site: nothing that changes when an article is added, or 60,000 pages would be made anew. */
export interface SiteFrame {
  readonly title: string
  /** Absolute, with a trailing slash, or null: then there are no canonical links, sitemap and feed. */
  readonly url: string | null
  readonly generator: string
  readonly publishData: boolean
  readonly originals: boolean
  /** Whether a service worker keeps visited pages for reading offline. */
  readonly pwa: boolean
  /** File names below `assets/`, hashed: `{ 'site.css': 'site.4f2a91c0.css', 'page.js': ... }`. */
  readonly assets: Readonly<Record<string, string>>
}

/** The site as a whole, as pages see it that exist once. */
export interface SiteView extends SiteFrame {
  /** Changes when the archive's content changes; every shard and the manifest carry it. */
  readonly buildId: string
  readonly articleCount: number
}

/** A citing or cited article: `card` is null where the archive does not have it. */
export interface LinkTarget {
  readonly id: string
  readonly card: Card | null
}

/** Everything the article page needs beyond the article. */
export interface ArticleContext {
  readonly article: Article
  readonly card: Card
  readonly targets: ReadonlyMap<string, LinkTarget>
  readonly backlinks: readonly Card[]
  readonly related: readonly Card[]
  /** Paths of the lists that would hold nothing but this article: there are none. */
  readonly lonely: ReadonlySet<string>
  /** Numbers of the articles before and after it. */
  readonly previous: number | null
  readonly next: number | null
  /** Other revisions of the same id in the sources, newest first; usually empty. */
  readonly revisions: readonly RevisionView[]
}

/** An older text of the same article, kept beside the page. */
export interface RevisionView {
  readonly name: string
  readonly modified: string | null
  readonly sha256: string
  /** Decoded, with `\n` line ends. */
  readonly text: string
  /** The text of the article, to be compared with; null with `--no-originals`. */
  readonly present: string | null
}

/** The text of an article as its file has it, decoded. `lineEnd` makes it exact to the byte again. */
export interface OriginalText {
  readonly id: string
  readonly number: number
  readonly title: string
  /** Where it was in the sources: `txt/214/Q214864.TXT`. */
  readonly name: string
  readonly sha256: string
  readonly encoding: string
  readonly text: string
  readonly lineEnd: '\r\n' | '\n' | '\r' | 'mixed'
}

/** A value of a facet with its count and where its list is: `{ label: 'windows-nt', path: 'product/windows-nt/', count: 9161 }`. */
export interface FacetValue {
  readonly label: string
  /** What a reader sees beside or instead of the label, such as a product's name; else the label. */
  readonly title: string
  /** Site path of its first page, ending in `/`. */
  readonly path: string
  readonly count: number
}

/**
 * The ways to browse; each has an index page (`keyword/`) and a list a value (`keyword/kbnetwork/`). A version's list is below that of
 * its product (`product/windows-nt/4.0/`), and so is the way to it. `filed`: the product code that an article is filed under.
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

/** A stretch of a long list under a heading of its own: a letter of a product's titles, a month of a year. */
export interface ListPart {
  /** `M`, `1999-04` */
  readonly title: string
  /** Of its heading: `letter_m`, `1999-04`. */
  readonly id: string
  readonly count: number
}

/** Articles of a list that stand together; `part` is null where the list has no parts, its heading is on an earlier page where `goesOn`. */
export interface ListGroup {
  readonly part: ListPart | null
  readonly goesOn: boolean
  readonly cards: readonly Card[]
}

/** One page of a paginated list of articles. */
export interface ListPage {
  readonly facet: Facet | 'bucket'
  readonly value: FacetValue
  /** Site path of this page, ending in `/`: `product/windows-nt/`, `product/windows-nt/page-2/`. */
  readonly path: string
  /** 1-based. */
  readonly page: number
  readonly pages: number
  /** Whether each article has a line of its text: where it is looked for first, and where few are listed. */
  readonly withSummaries: boolean
  readonly groups: readonly ListGroup[]
  /** The lists of a product's versions, or of the version's product. */
  readonly narrower: readonly FacetValue[]
  readonly broader: FacetValue | null
  /** All parts of the list with the pages that they begin on; may be empty. */
  readonly parts: readonly (ListPart & { readonly path: string })[]
}

/** The index page of a facet: all its values. */
export interface FacetIndex {
  readonly facet: Facet
  readonly path: string
  readonly values: readonly FacetValue[]
}

/** Figures for the home, about, charts and problems pages. */
export interface ArchiveStatistics {
  readonly products: readonly FacetValue[]
  readonly filed: readonly FacetValue[]
  readonly types: readonly FacetValue[]
  readonly years: readonly FacetValue[]
  readonly buckets: readonly FacetValue[]
  /** Articles by year and product code, for the chart: `counts[year][code]`. */
  readonly yearProducts: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** How many articles have a section of each name, and a block of each kind (`steps`, `note`, `code`, `table`). */
  readonly sections: Readonly<Record<string, number>>
  readonly blocks: Readonly<Record<string, number>>
  readonly problems: readonly ProblemCount[]
  readonly wanted: readonly { readonly id: string; readonly count: number; readonly citedBy: readonly Card[] }[]
  readonly recent: readonly Card[]
  /** References between products: `from`, `to` are product codes. */
  readonly productLinks: readonly { readonly from: string; readonly to: string; readonly count: number }[]
  readonly sources: readonly { readonly name: string; readonly sha256: string; readonly articles: number }[]
}

/** `articles`: the first few that have the problem. */
export interface ProblemCount {
  readonly code: string
  readonly explanation: string
  readonly count: number
  readonly articles: readonly Card[]
}

/** What pages are made from that exist many times. */
export interface PagesView {
  readonly site: SiteFrame
  article(number: number): ArticleContext
  list(index: number): ListPage
  original(number: number): OriginalText
}

/** What pages are made from that exist once: home, about, search, 404, sitemap, the indexes of facets. */
export interface OnceView {
  readonly site: SiteView
  readonly statistics: ArchiveStatistics
  readonly facetIndexes: readonly FacetIndex[]
  /** False where Eleventy is only to load the templates. */
  readonly single: boolean
  /** Every article's path and date, in id order, for sitemaps: streamed, never one array of objects. */
  sitemap(): Iterable<{ readonly path: string; readonly modified: string | null }>
}

/** What Eleventy is to make pages of, besides those that exist once. */
export interface EleventyPages {
  /** Article numbers, ascending. */
  readonly articles: readonly number[]
  /** Indices for `list`. */
  readonly lists: readonly number[]
  /** Article numbers by the page that has their original texts. */
  readonly originals: readonly (readonly number[])[]
}

/** The whole archive as Eleventy's global data, `archive`. A build makes most pages without Eleventy, and leaves their lists empty. */
export interface ArchiveView extends OnceView, PagesView, EleventyPages {
  readonly site: SiteView
}
