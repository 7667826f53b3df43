/**
 * An archive of a few invented articles, as the templates are given it: no parser, no build.
 */
import type { Article, Block, Section } from '../../src/article/article.js'
import { articlePath, bucketOf, facetPath } from '../../src/render/paths.js'
import type {
  ArchiveView,
  ArticleContext,
  Card,
  FacetIndex,
  FacetValue,
  LinkTarget,
  ListPage,
  OriginalText,
} from '../../src/render/view.js'

const PLACE = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }

export function paragraph(text: string): Block {
  return { type: 'paragraph', children: [{ type: 'text', value: text }], position: PLACE }
}

export function section(text: string, name: Section['name'], children: Block[], depth: 1 | 2 | 3 = 1): Section {
  return { heading: { text, position: PLACE }, name, depth, slug: text.toLowerCase().replaceAll(' ', '-'), children }
}

/** An article with every field filled; `change` says what is different. */
export function sampleArticle(number: number, change: Partial<Article> = {}): Article {
  const id = `Q${number}`
  return {
    schema: 1,
    id,
    number,
    bucket: bucketOf(number),
    path: `/${articlePath(number)}`,
    title: `PRB: Sample Article ${number} Has a Title`,
    type: 'PRB',
    modified: '1999-04-12',
    modifiedText: '12-APR-1999',
    product: { code: 'orchard', name: 'Contoso Orchard Server' },
    versions: { text: 'WINDOWS:1.0,2.0', platforms: [{ platform: 'WINDOWS', versions: ['1.0', '2.0'] }] },
    operatingSystems: ['WINDOWS'],
    keywords: ['kbnetwork', 'kbsetup'],
    legacy: null,
    appliesTo: [
      {
        text: 'Contoso Orchard Server, version 1.0',
        product: { id: 'orchard-server', name: 'Orchard Server', edition: null, versions: ['1.0'] },
        children: [],
      },
    ],
    products: [{ id: 'orchard-server', name: 'Orchard Server', family: null, versions: ['1.0'], from: 'applies-to' }],
    sections: [
      section('SYMPTOMS', 'symptoms', [paragraph('The server stops when you prune a tree.')]),
      section('CAUSE', 'cause', [paragraph('The saw is blunt.')]),
      section('RESOLUTION', 'resolution', [
        paragraph('Sharpen the saw.'),
        { type: 'code', lang: 'c', value: 'int main(void)\n{\n    return 0; /* sharp */\n}', position: PLACE },
      ]),
      section('MORE INFORMATION', 'more-information', [paragraph('See the manual.')]),
    ],
    queryWords: { text: 'prune saw', words: ['prune', 'saw'], fields: {} },
    keywordBlock: {
      keywords: ['kbnetwork', 'kbsetup'],
      technology: ['kbOrchard100'],
      version: 'WINDOWS:1.0,2.0',
      hardware: ['x86'],
      issueType: ['kbprb'],
      solutionType: ['kbpending'],
      other: {},
    },
    legal: { year: 1999, standard: true, text: null },
    references: [],
    source: {
      form: 'txt',
      name: `txt/${id}.TXT`,
      sha256: '0'.repeat(64),
      encoding: 'windows-1252',
      header: { DOCUMENT: id },
      lines: {
        header: [1, 6],
        legacy: null,
        appliesTo: null,
        queryWords: null,
        keywordBlock: null,
        legal: null,
        residue: null,
        end: null,
      },
    },
    problems: [],
    ...change,
  }
}

export function toCard(article: Article): Card {
  const { number, id, title, type, product, modified } = article
  return { number, id, title, type, product, modified, summary: `What ${id} is about, in a line.` }
}

/** The view of an archive that holds these articles and nothing else. `change`: what a test wants different. */
export function sampleArchive(articles: readonly Article[], change: Partial<ArchiveView> = {}): ArchiveView {
  const cards = articles.map(toCard)
  const value = (label: string, title: string, path: string): FacetValue => ({
    label,
    title,
    path,
    count: articles.length,
  })
  const product = value('orchard-server', 'Orchard Server', facetPath('product', 'orchard-server'))
  const version = value('orchard-server/1.0', 'Orchard Server 1.0', facetPath('version', 'orchard-server/1.0'))
  const filed = value('orchard', 'Contoso Orchard Server', facetPath('filed', 'orchard'))
  const few = cards.slice(0, 3)
  const part = { title: 'S', id: 'letter_s', count: few.length }
  const lists: ListPage[] = [
    {
      facet: 'bucket',
      value: value('100', '100', 'kb/100/'),
      path: 'kb/100/',
      page: 1,
      pages: 1,
      withSummaries: false,
      groups: [{ part: null, goesOn: false, cards: few }],
      parts: [],
      narrower: [],
      broader: null,
    },
    {
      facet: 'product',
      value: product,
      path: product.path,
      page: 1,
      pages: 3,
      withSummaries: true,
      groups: [{ part, goesOn: false, cards: few }],
      parts: [{ ...part, path: product.path }],
      narrower: [version],
      broader: null,
    },
    {
      facet: 'version',
      value: version,
      path: version.path,
      page: 1,
      pages: 1,
      withSummaries: false,
      groups: [{ part: null, goesOn: false, cards: few }],
      parts: [],
      narrower: [],
      broader: product,
    },
  ]
  const facetIndexes: FacetIndex[] = [
    { facet: 'product', path: 'product/', values: [product] },
    { facet: 'filed', path: 'filed/', values: [filed] },
  ]
  return {
    site: {
      title: 'Sample Archive',
      url: 'https://kb.example/',
      generator: 'kb-archive 0.1.0',
      buildId: 'b1',
      articleCount: articles.length,
      publishData: true,
      originals: true,
      pwa: false,
      assets: { 'site.css': 'site.0a.css', 'page.js': 'page.0b.js', 'search.js': 'search.0c.js' },
    },
    statistics: {
      products: [product],
      filed: [filed],
      types: [value('PRB', 'PRB', 'type/prb/')],
      years: [value('1999', '1999', 'year/1999/')],
      buckets: [value('100', '100', 'kb/100/')],
      yearProducts: { 1998: { orchard: 1 }, 1999: { orchard: articles.length } },
      sections: { symptoms: 3, cause: 2 },
      blocks: { paragraph: 9, code: 1 },
      problems: [{ code: 'bytes-control', explanation: 'Control characters.', count: 1, articles: cards.slice(0, 1) }],
      wanted: [{ id: 'Q999999', count: 2, citedBy: cards.slice(0, 2) }],
      recent: cards.slice(0, 5),
      productLinks: [{ from: 'orchard', to: 'orchard', count: 3 }],
      sources: [{ name: 'txt', sha256: '1'.repeat(64), articles: articles.length }],
    },
    articles: articles.map((article) => article.number),
    lists: lists.map((_, index) => index),
    originals: [articles.map((article) => article.number)],
    facetIndexes,
    versions: [],
    single: true,
    article: (number) => contextOf(articles, cards, number),
    list: (index) => found(lists[index]),
    original: (number) => toOriginal(found(articles.find((article) => article.number === number))),
    sitemap: () => articles.map((article) => ({ path: articlePath(article.number), modified: article.modified })),
    ...change,
  }
}

function toOriginal({ id, number, title, source }: Article): OriginalText {
  const { name, sha256, encoding } = source
  return {
    id,
    number,
    title,
    name,
    sha256,
    encoding,
    text: `DOCUMENT:${id}\r\n\r\n${title}`,
    lineEnd: '\r\n',
  }
}

function contextOf(articles: readonly Article[], cards: readonly Card[], number: number): ArticleContext {
  const at = number - found(articles[0]).number
  const article = found(articles[at])
  const targets = new Map<string, LinkTarget>()
  for (const { id } of article.references) targets.set(id, { id, card: cards.find((card) => card.id === id) ?? null })
  return {
    article,
    card: found(cards[at]),
    targets,
    backlinks: cards.slice(0, 2),
    related: cards.slice(0, 3),
    lonely: new Set(['keyword/kbsetup/']),
    previous: cards[at - 1]?.number ?? null,
    next: cards[at + 1]?.number ?? null,
    revisions: [],
  }
}

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Expected an entry of the sample archive')
  return value
}
