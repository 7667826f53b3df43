/**
 * The archive as templates see it: articles, lists and texts are read when a page asks for them.
 *
 * Only the data of one bucket is in memory. Pages are made bucket by bucket, so each bucket is read once.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../article/article.js'
import { type Decoded, decode } from '../../article/text/decode.js'
import { articlePath, bucketOf } from '../../render/paths.js'
import type {
  ArchiveStatistics,
  ArticleContext,
  LinkTarget,
  OnceView,
  OriginalText,
  PagesView,
  RevisionView,
  SiteFrame,
  SiteView,
} from '../../render/view.js'
import type { Position } from '../../workers/position.js'
import type { Catalog } from '../catalog/catalog.js'
import type { PlannedArticle } from '../run/plan.js'
import type { SpoolReader } from '../store/spool.js'

export interface PagesViewInput {
  readonly site: SiteFrame
  readonly catalog: Catalog
  /** The articles whose pages or original texts the templates may ask for. */
  readonly articles: readonly PlannedArticle[]
  /** Folders that may hold `214.ndjson`, the one for new files first. */
  readonly dataFolders: readonly string[]
  readonly raw: SpoolReader
  readonly encoding: string | null
  readonly position: Position
}

/** The view for templates that make a page per article, list or group of original texts. */
export function toPagesView(input: PagesViewInput): PagesView {
  const { catalog, site } = input
  const planned = new Map(input.articles.map((article) => [article.number, article]))
  const readArticle = createBucketReader(input.dataFolders)
  return {
    site,
    article(number) {
      input.position.at(number)
      return toContext(readArticle(number), planned.get(number), input)
    },
    list: keepLast((index) => catalog.listPage(index)),
    original(number) {
      input.position.at(number)
      return toOriginal(planned.get(number), input)
    },
  }
}

/** Remembers the last result: a page asks for its list twice, for its path and for its content. */
function keepLast<Made>(make: (index: number) => Made): (index: number) => Made {
  let last: { readonly index: number; readonly made: Made } | null = null
  return (index) => {
    last = last?.index === index ? last : { index, made: make(index) }
    return last.made
  }
}

/** The view for templates that make a single page. */
export function toOnceView(site: SiteView, statistics: ArchiveStatistics, catalog: Catalog): OnceView {
  return {
    site,
    statistics,
    facetIndexes: catalog.facetIndexes(),
    versions: catalog.versions(),
    single: true,
    *sitemap() {
      for (let ordinal = 0; ordinal < catalog.articleCount; ordinal++) {
        const { number, modified } = catalog.card(ordinal)
        yield { path: articlePath(number), modified }
      }
    },
  }
}

/** Reads articles by number; keeps the data of the bucket read last. */
function createBucketReader(folders: readonly string[]): (number: number) => Article {
  let open = ''
  let lines: ReadonlyMap<number, Buffer> = new Map()
  return (number) => {
    const bucket = bucketOf(number)
    if (bucket !== open) {
      lines = splitLines(readFileSync(findFile(folders, `${bucket}.ndjson`)))
      open = bucket
    }
    const line = lines.get(number)
    if (line === undefined) throw new Error(`Expected Q${number} in ${bucket}.ndjson`)
    return JSON.parse(line.toString())
  }
}

/** The lines of a bucket's data, by article number. Decoding single lines is faster than decoding the whole bucket. */
function splitLines(data: Buffer): Map<number, Buffer> {
  const lines = new Map<number, Buffer>()
  for (let at = 0; at < data.length; ) {
    const end = data.indexOf('\n', at)
    const line = data.subarray(at, end < 0 ? data.length : end)
    lines.set(numberOfLine(line), line)
    at += line.length + 1
  }
  return lines
}

function findFile(folders: readonly string[], name: string): string {
  const files = folders.map((folder) => join(folder, name))
  return files.find((file) => existsSync(file)) ?? files.join(' or ')
}

/** `{"schema":1,"number":214864,` at the beginning of a line, before any text of the article. */
const LINE_NUMBER = /"number":(\d+)/
const LINE_HEAD_BYTES = 64

function numberOfLine(line: Buffer): number {
  return Number(LINE_NUMBER.exec(line.toString('latin1', 0, LINE_HEAD_BYTES))?.[1] ?? 0)
}

function toContext(article: Article, planned: PlannedArticle | undefined, input: PagesViewInput): ArticleContext {
  const { catalog } = input
  const ordinal = catalog.ordinalOf(article.number)
  const numberOrNull = (at: number) => (at >= 0 && at < catalog.articleCount ? catalog.numberOf(at) : null)
  return {
    article,
    card: catalog.card(ordinal),
    targets: toTargets(article, catalog),
    backlinks: catalog.backlinks(ordinal),
    related: catalog.related(ordinal),
    lonely: catalog.lonely(ordinal),
    previous: numberOrNull(ordinal - 1),
    next: numberOrNull(ordinal + 1),
    revisions: planned === undefined ? [] : toRevisions(planned, input),
  }
}

function toTargets(article: Article, catalog: Catalog): Map<string, LinkTarget> {
  const targets = new Map<string, LinkTarget>()
  for (const { id } of article.references) {
    const ordinal = catalog.ordinalOf(Number(id.slice(1)))
    targets.set(id, { id, card: ordinal < 0 ? null : catalog.card(ordinal) })
  }
  return targets
}

function toOriginal(planned: PlannedArticle | undefined, input: PagesViewInput): OriginalText {
  if (planned === undefined) throw new Error('Expected an original text that this run shows')
  const { number, record } = planned
  const { id, title } = input.catalog.card(input.catalog.ordinalOf(number))
  const { text, encoding } = readText(record, input)
  return {
    id,
    number,
    title,
    name: record.name,
    sha256: record.sha256,
    encoding,
    text,
    lineEnd: lineEndOf(text),
  }
}

function readText(record: PlannedArticle['record'], { raw, encoding }: PagesViewInput): Decoded {
  return decode(raw.read(record), { form: record.form, encoding })
}

function toRevisions({ record, revisions }: PlannedArticle, input: PagesViewInput): RevisionView[] {
  if (revisions.length === 0) return []
  const toLines = (of: PlannedArticle['record']) => readText(of, input).text.replace(LINE_END, '\n')
  const present = input.site.originals ? toLines(record) : null
  return revisions.map((revision, index) => {
    const { name, dump, modified, sha256, copies, moreCopies } = revision
    const copyCount = copies.length + moreCopies
    const texts = { text: toLines(revision), present: index < MOST_COMPARED ? present : null }
    return { name, dump, copyCount, modified, sha256, ...texts }
  })
}

/** Most revisions that are compared with the article; older ones are shown whole, because a comparison can be slow. */
const MOST_COMPARED = 20

/** Line ends, which are not compared: a reader does not see them. */
const LINE_END = /\r\n?/g

function lineEndOf(text: string): OriginalText['lineEnd'] {
  const pairs = count(text, '\r\n')
  const [feeds, returns] = [count(text, '\n') - pairs, count(text, '\r') - pairs]
  if (feeds === 0 && returns === 0) return pairs === 0 ? '\n' : '\r\n'
  if (pairs > 0 || (feeds > 0 && returns > 0)) return 'mixed'
  return feeds > 0 ? '\n' : '\r'
}

function count(text: string, part: string): number {
  let found = 0
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found++
  return found
}
