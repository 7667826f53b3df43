/**
 * Compares the search index with the articles. The whole index is read. A sample of the articles is analysed again, and
 * the index must have the same terms and places for them. For all articles, the lengths in the index must match its
 * postings.
 */
import type { Article } from '../article/article.js'
import { toSearchDocument } from '../search/analysis/documents.js'
import { lowerBound } from '../search/arrays/binary-search.js'
import { FIELD_NAMES } from '../search/fields.js'
import type { ArchiveIndex } from '../search/reader/index-reader.js'
import { MANIFEST_PATH } from './check-shards.js'
import type { Finding, FindingCode } from './finding.js'
import { type DocumentPrint, type Prints, toPrint } from './index-print.js'

/** An article of the sample. */
export interface SampledArticle {
  readonly title: string
  readonly print: DocumentPrint
}

/** One article in 16 is in the sample. */
const SAMPLE_SHARE = 16
/** Least articles of each bucket in the sample. */
const LEAST_OF_BUCKET = 2

/** The sample of a bucket. It is chosen by the hash of the original texts: the same in every run, but evenly spread. */
export function sampleArticles(articles: readonly Article[]): readonly SampledArticle[] {
  const byHash = [...articles].sort((a, b) => (a.source.sha256 < b.source.sha256 ? -1 : 1))
  const count = Math.max(LEAST_OF_BUCKET, Math.ceil(articles.length / SAMPLE_SHARE))
  return byHash.slice(0, count).map((article) => ({ title: article.title, print: toPrint(toSearchDocument(article)) }))
}

/** Compares the prints of the index (`found`) with the sample, and with the lengths in the index. */
export async function compareIndex(
  index: ArchiveIndex,
  found: Prints,
  sample: readonly SampledArticle[],
): Promise<readonly Finding[]> {
  const [{ numbers }, { lengths }] = await Promise.all([index.columns(), index.statistics()])
  const findings = compareLengths(found.lengths, lengths, numbers)
  for (const article of sample)
    for (const finding of await compareArticle(index, found, article, numbers)) findings.push(finding)
  return findings
}

/** Compares the stored lengths, which scores divide by, with those counted from the postings. */
function compareLengths(counted: Uint32Array, lengths: Uint32Array, numbers: Uint32Array): Finding[] {
  const findings: Finding[] = []
  for (const [ordinal, number] of numbers.entries()) {
    const names = FIELD_NAMES.filter((_, field) => {
      const at = ordinal * FIELD_NAMES.length + field
      return counted[at] !== lengths[at]
    })
    if (names.length > 0) findings.push(toFinding('index-lengths-differ', number, names))
  }
  return findings
}

async function compareArticle(
  index: ArchiveIndex,
  found: Prints,
  { title, print }: SampledArticle,
  numbers: Uint32Array,
): Promise<readonly Finding[]> {
  const { number, prints } = print
  const ordinal = lowerBound(numbers, number)
  if (numbers[ordinal] !== number) return [toFinding('index-differs', number, ['in none of its columns'])]
  const differing = (table: 'terms' | 'places') =>
    FIELD_NAMES.filter((_, field) => found[table][ordinal * FIELD_NAMES.length + field] !== prints[table][field])
  const [terms, places] = [differing('terms'), differing('places')]
  const [card, sections] = await Promise.all([index.card(ordinal), differsInSections(index, ordinal, print)])
  return [
    ...(terms.length > 0 ? [toFinding('index-words-differ', number, terms)] : []),
    ...(places.length > 0 ? [toFinding('index-places-differ', number, places)] : []),
    ...(sections ? [toFinding('index-places-differ', number, ['sections'])] : []),
    ...(card?.title === title ? [] : [toFinding('index-card-differs', number, [card?.title ?? 'none'])]),
  ]
}

/** Reports whether the index has other numbers of places, or other section starts, than the article. */
async function differsInSections(
  index: ArchiveIndex,
  ordinal: number,
  { placeCounts, sectionStarts }: DocumentPrint,
): Promise<boolean> {
  const { places, firsts, starts } = await index.extents()
  const first = firsts[ordinal] ?? 0
  const own = starts.subarray(first, firsts[ordinal + 1])
  const isWrong = (count: number, field: number) => places[ordinal * FIELD_NAMES.length + field] !== count
  return (
    placeCounts.some(isWrong) ||
    own.length !== sectionStarts.length ||
    sectionStarts.some((start, i) => own[i] !== start)
  )
}

function toFinding(code: FindingCode, number: number, what: readonly string[]): Finding {
  return { code, file: MANIFEST_PATH, found: `Q${number}: ${what.join(', ')}` }
}
