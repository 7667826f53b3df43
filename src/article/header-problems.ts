/**
 * What is odd about the values of a header, and where its copies of keywords and versions differ from those of the keyword block.
 */
import type { Form, KeywordBlock } from './article.js'
import { parseDate } from './dates.js'
import type { Header } from './header.js'
import type { ProblemCode, Report } from './problems.js'
import { PRODUCTS } from './products.js'
import type { VersionList } from './versions.js'

/** The title's field; longer titles were cut there, often inside a word (Q264972). */
const TITLE_LENGTH = 64
/** The length of the fields that hold lists; a cut that fell on a blank leaves one less. */
const LIST_LENGTH = 86
const ENTITY = /&(?:[a-z]{2,6}|#\d{1,5});/i
/** `mspl13_basic`: the products of the CD pages. */
const CD_PRODUCT_CODE = /^mspl\d*_/

interface HeaderCopies {
  readonly header: Header
  readonly block: KeywordBlock | null
  readonly versions: VersionList
}

/** Reports the odd values of a header; `block` has its own copies of some of them. */
export function reportHeader(form: Form, { header, block, versions }: HeaderCopies, report: Report): void {
  const { title, product, modified, lineOf } = header
  if (header.number === 0) report('id-missing', lineOf('DOCUMENT'), '')
  if (title.length === TITLE_LENGTH) report('title-cut', lineOf('TITLE'), title)
  if (ENTITY.test(title)) report('title-entity', lineOf('TITLE'), title)
  if (parseDate(modified) === null) report('date-unreadable', lineOf('DOCUMENT'), modified)
  if (product.code === null) report('product-missing', lineOf('DOCUMENT'), product.name)
  else if (!PRODUCTS.has(product.code) && !CD_PRODUCT_CODE.test(product.code))
    report('product-unknown', lineOf('DOCUMENT'), product.code)
  reportVersions(form, { header, block, versions }, report)
  if (block !== null) reportKeywords(header, block, report)
}

/** Columns and blanks are how the CD forms write versions. */
const USUAL_ON_CD: ReadonlySet<ProblemCode> = new Set(['versions-blank-separated', 'versions-columns'])

function reportVersions(form: Form, { header, block, versions }: HeaderCopies, report: Report): void {
  const line = header.lineOf('PROD/VER')
  const whole = block?.version ?? header.versions
  const fromCd = form === 'md-cd' || form === 'pss'
  for (const oddity of versions.oddities) if (!fromCd || !USUAL_ON_CD.has(oddity)) report(oddity, line, whole)
  const cut = header.versions.length >= LIST_LENGTH - 1 && whole.length > header.versions.length
  if (cut && whole.includes(header.versions)) report('versions-cut', line, header.versions)
}

/** The header's copy of the keywords lost a blank, was cut, or both. */
function reportKeywords(header: Header, block: KeywordBlock, report: Report): void {
  const copy = header.keywords.join(' ')
  const whole = block.keywords.join(' ')
  if (copy === whole) return
  const line = header.lineOf('KEYWORDS')
  const packedCopy = header.keywords.join('')
  const packed = block.keywords.join('')
  const cut = packed.startsWith(packedCopy) && packed.length > packedCopy.length && copy.length >= LIST_LENGTH - 1
  const fused = !whole.startsWith(copy)
  if (cut) report('keywords-cut', line, copy)
  if (fused && (cut || packed === packedCopy)) report('keywords-fused', line, copy)
  if (!cut && packed !== packedCopy) report('keywords-differ', line, copy)
}
