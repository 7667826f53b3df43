/** Assembles an Article from its parts. Where two parts give the same field, decides which one counts. */
import type { Article, KeywordBlock, Problem, RawArticle, Section } from './article.js'
import type { Form } from './form-names.js'
import { splitWords } from './frame/keyword-block.js'
import type { Legal } from './frame/legal.js'
import type { ArticleParts } from './frame/parts.js'
import type { QueryWords } from './frame/query-words.js'
import { parseDate } from './header/dates.js'
import type { Header } from './header/header.js'
import { makeTitle } from './header/made-title.js'
import type { VersionList } from './header/versions.js'
import { toIdentity } from './identity.js'
import { collectReferences } from './inline/references.js'
import { findProducts } from './products/article-products.js'

/** All that was read of an article. */
export interface Readings {
  readonly parts: ArticleParts
  readonly versions: VersionList
  readonly sections: Section[]
  readonly encoding: string
  readonly problems: Problem[]
}

/** Assembles an article. */
export function toArticle(raw: RawArticle, { parts, versions, sections, encoding, problems }: Readings): Article {
  const { header } = parts.opening
  const { number, id, bucket, path } = toIdentity(header.number)
  const block = parts.keywordBlock?.value ?? null
  const queryWords = parts.queryWords?.value ?? null
  const appliesTo = parts.appliesTo === null ? null : [...parts.appliesTo.value]
  const keywords = chooseKeywords(header, block, queryWords)
  return {
    schema: 1,
    number,
    id,
    bucket,
    path,
    ...toTitle(header.title, () => makeTitle(sections, parts.appliesTo?.value ?? null, id)),
    type: readType(header.title),
    modified: parseDate(header.modified),
    modifiedText: header.modified,
    product: header.product,
    versions: { text: chooseVersions(header, block), platforms: versions.platforms },
    operatingSystems: [...header.systems],
    keywords,
    legacy: parts.legacy?.value ?? null,
    appliesTo,
    products: findProducts(appliesTo, {
      title: header.title,
      product: header.product,
      keywords: block === null ? keywords : keywords.concat(block.technology),
      versions: listVersions(versions),
    }),
    sections,
    queryWords,
    keywordBlock: block,
    legal: toLegal(raw.form, parts.legal?.value ?? null, header),
    references: collectReferences(sections),
    source: toSource(raw, parts, encoding),
    problems,
  }
}

/** Returns the title of the text, or a made one, marked as such. */
function toTitle(given: string, make: () => string): Pick<Article, 'title' | 'titleMade'> {
  return given === '' ? { title: make(), titleMade: true } : { title: given }
}

function toSource(raw: RawArticle, parts: ArticleParts, encoding: string): Article['source'] {
  const { opening } = parts
  return {
    form: raw.form,
    name: raw.name,
    sha256: raw.sha256,
    encoding,
    header: opening.header.fields,
    lines: {
      header: opening.range,
      legacy: parts.legacy?.range ?? null,
      appliesTo: parts.appliesTo?.range ?? null,
      queryWords: parts.queryWords?.range ?? null,
      keywordBlock: parts.keywordBlock?.range ?? null,
      legal: parts.legal?.range ?? null,
      residue: opening.residue,
      end: parts.end,
    },
    ...(parts.omitted.length === 0 ? {} : { omitted: parts.omitted.map(([from, to]): [number, number] => [from, to]) }),
  }
}

/** Returns all versions of the header without duplicates. */
function listVersions({ platforms }: VersionList): string[] {
  const all = new Set<string>()
  for (const { versions } of platforms) for (const version of versions) all.add(version)
  return [...all]
}

/** Matches a short tag and a colon before the title: `PRB: `, `Err Msg: `. */
const TYPE = /^([A-Za-z0-9&/+._ -]{2,24}): /

function readType(title: string): string | null {
  return TYPE.exec(title)?.[1] ?? null
}

/** Returns the list of versions as written. The keyword block's copy is complete even if the header's was cut. */
export function chooseVersions(header: Header, block: KeywordBlock | null): string {
  return block?.version ?? header.versions
}

/**
 * Returns the keyword block's keywords, since the header's copy is damaged. Without a block returns the header's, and
 * without those the categories of the older format.
 */
export function chooseKeywords(header: Header, block: KeywordBlock | null, words: QueryWords | null): string[] {
  if (block !== null) return [...block.keywords]
  if (header.keywords.length > 0 || words === null) return [...header.keywords]
  return Object.entries(words.fields).flatMap(([label, value]) => (/category/i.test(label) ? splitWords(value) : []))
}

/**
 * Returns the legal notice. The Markdown form dropped it: every raw article had the usual notice with the year of its
 * date.
 */
function toLegal(form: Form, legal: Legal | null, header: Header): Legal {
  if (legal !== null && (legal.standard || legal.text !== null)) return legal
  if (form !== 'md') return { year: null, standard: false, text: null }
  return { year: readYear(header), standard: true, text: null }
}

/** Returns the year of the last change, or `null` if its date is unreadable. */
export function readYear(header: Header): number | null {
  const date = parseDate(header.modified)
  return date === null ? null : Number(date.slice(0, 4))
}
