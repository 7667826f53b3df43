/**
 * Keys of pages: a key is a hash of everything that a page is made from. A page is reused if its key is unchanged.
 *
 * The key must cover everything that the templates of articles, originals and lists read. These templates cannot read
 * what changes with every build (the count of articles, the build's id, the statistics): their view is `PagesView`.
 */
import { hash } from 'node:crypto'
import { articlePath, listPagePath, originalsPath } from '../../render/paths.js'
import { type CatalogShare, type ListEntry, pageOf, pagesOf } from '../catalog/catalog.js'
import { readList, readText } from '../catalog/shared-columns.js'
import type { NumberLists } from '../parse/digest-table.js'
import type { PlannedArticle } from '../run/plan.js'
import { KEY_DIGITS } from '../store/code-keys.js'
import type { FileName } from '../store/stage-file.js'

/** An article's page, and the texts that it is made from. */
export interface ArticlePage extends FileName {
  readonly article: PlannedArticle
}

/** A page of original texts. */
export interface OriginalsPage extends FileName {
  readonly articles: readonly PlannedArticle[]
}

/** A page of a list; `index` is the argument of `Catalog.listPage`. */
export interface ListPageName extends FileName {
  readonly index: number
}

export interface PageKeysInput {
  /** A hash of what every page shows: code, title, address and other options. */
  readonly siteKey: string
  readonly share: CatalogShare
  /** For each article the numbers that it cites; also numbers that the archive lacks. */
  readonly cites: NumberLists
  /** `hashCards` of `share`. */
  readonly cards: readonly string[]
}

/** The pages of `articles`, which must be all articles of the archive, in order. */
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

/** The pages of the original texts of `articles`, which must be in order. A page depends on its texts only. */
export function toOriginalsPages(articles: readonly PlannedArticle[], siteKey: string): OriginalsPage[] {
  return groupByOriginals(articles).map((group) => ({
    path: `site/${originalsPath(group[0]?.number ?? 0)}index.html`,
    key: hashText(`${siteKey}\n${group.map(({ number, record }) => `${number} ${textOf(record)}`).join('\n')}`),
    articles: group,
  }))
}

/** Groups articles, which must be in order, by the page of their original texts. */
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

/** The pages of all lists, in the order of their indices. */
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

/** Identifies the text of an article and all its revisions. */
function textsOf({ record, revisions }: PlannedArticle): string {
  return [record, ...revisions].map(textOf).join('\n')
}

/** Identifies a text. The name is written as JSON because it may contain any character, even line ends. */
function textOf({ form, name, sha256, modified, dump, copies, moreCopies }: PlannedArticle['record']): string {
  return `${form} ${sha256} ${modified} ${JSON.stringify([dump, name, copies, moreCopies])}`
}

/** A short hash of each card, by ordinal: `214864:0123456789abcdef`. */
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
