/**
 * A hash of all that a page is made from: its article or list, the cards that it shows, the site's look. Where it is the same
 * as last time, the page is, too.
 *
 * Whatever a template of articles or lists is given must be in here; what changes with every build (the count of articles,
 * the build's id, the statistics) those templates are not given: their view is `PagesView`.
 */
import { hash } from 'node:crypto'
import { articlePath, listPagePath, originalsPath } from '../../render/paths.js'
import { type CatalogShare, type ListEntry, pageOf, pagesOf } from '../catalog/catalog.js'
import { readList, readText } from '../catalog/shared-columns.js'
import type { NumberLists } from '../parse/digest-table.js'
import type { PlannedArticle } from '../run/plan.js'
import { KEY_DIGITS } from '../store/code-keys.js'
import type { FileName } from '../store/stage-file.js'

/** An article's page with what it is made from. */
export interface ArticlePage extends FileName {
  readonly article: PlannedArticle
}

/** A page of original texts. */
export interface OriginalsPage extends FileName {
  readonly articles: readonly PlannedArticle[]
}

/** A page of a list; `index` is that of `Catalog.listPage`. */
export interface ListPageName extends FileName {
  readonly index: number
}

export interface PageKeysInput {
  /** Of the code, the title, the address and all else that every page shows. */
  readonly siteKey: string
  readonly share: CatalogShare
  /** For each article the numbers it cites, those the archive lacks among them. */
  readonly cites: NumberLists
  /** `hashCards` of `share`. */
  readonly cards: readonly string[]
}

/** The pages of `articles`, which are all of the archive in order. */
export function toArticlePages(articles: readonly PlannedArticle[], input: PageKeysInput): ArticlePage[] {
  const { share, cites, cards } = input
  const ordinals = new Map(articles.map(({ number }, ordinal) => [number, ordinal]))
  return articles.map((article, ordinal) => {
    const neighbours = `${articles[ordinal - 1]?.number ?? ''} ${articles[ordinal + 1]?.number ?? ''}`
    let text = `${input.siteKey}\n${textsOf(article)}\n${cards[ordinal]}\n${neighbours}\n`
    for (const number of readList(cites, ordinal)) text += `${cards[ordinals.get(number) ?? -1] ?? 'missing'} `
    for (const column of [share.backlinks, share.related]) {
      text += '\n'
      for (const other of readList(column, ordinal)) text += `${cards[other]} `
    }
    text += `\n${readText(share.lonely, ordinal)}`
    return { path: `site/${articlePath(article.number)}index.html`, key: hashText(text), article }
  })
}

/** The pages of original texts of `articles`, which are in order: a page depends on nothing but its texts. */
export function toOriginalsPages(articles: readonly PlannedArticle[], siteKey: string): OriginalsPage[] {
  return groupByOriginals(articles).map((group) => ({
    path: `site/${originalsPath(group[0]?.number ?? 0)}index.html`,
    key: hashText(`${siteKey}\n${group.map(({ number, record }) => `${number} ${textOf(record)}`).join('\n')}`),
    articles: group,
  }))
}

/** Articles in order, by the page that has their original texts. */
export function groupByOriginals(articles: readonly PlannedArticle[]): PlannedArticle[][] {
  const groups = new Map<string, PlannedArticle[]>()
  for (const article of articles) {
    const path = originalsPath(article.number)
    const group = groups.get(path)
    if (group === undefined) groups.set(path, [article])
    else group.push(article)
  }
  return [...groups.values()]
}

/** All pages of all lists, in the order of their indices. */
export function toListPages({ siteKey, share, cards }: PageKeysInput): ListPageName[] {
  const pages: ListPageName[] = []
  for (let list = 0; list < share.listEntries.starts.length - 1; list++) {
    const text = readText(share.listEntries, list)
    const entry: ListEntry = JSON.parse(text)
    const ordinals = readList(share.listArticles, list)
    for (let page = 1; page <= pagesOf(entry); page++) {
      let shown = ''
      for (const ordinal of pageOf(entry, ordinals, page)) shown += `${cards[ordinal]} `
      const path = `site/${listPagePath(entry.value.path, page)}index.html`
      pages.push({ path, key: hashText(`${siteKey}\n${text}\n${page}\n${shown}`), index: pages.length })
    }
  }
  return pages
}

/** What an article is made of besides the code: its text and other texts of the same id. */
function textsOf({ record, revisions }: PlannedArticle): string {
  return [record, ...revisions].map(textOf).join('\n')
}

/** A name may hold anything, line ends too. */
function textOf({ form, name, sha256, modified }: PlannedArticle['record']): string {
  return `${form} ${sha256} ${modified} ${JSON.stringify(name)}`
}

/** A short hash of each card, which has the article's number in front. */
export function hashCards({ numbers, cards: { bytes, starts } }: CatalogShare): string[] {
  return Array.from(numbers, (number, at) => {
    const card = hash('sha256', bytes.subarray(starts[at], starts[at + 1]), 'hex')
    return `${number}:${card.slice(0, CARD_HASH_DIGITS)}`
  })
}

const CARD_HASH_DIGITS = 16

function hashText(text: string): string {
  return hash('sha256', text, 'hex').slice(0, KEY_DIGITS)
}
