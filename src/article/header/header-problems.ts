/**
 * Reports odd values of a header, and differences between its copies of keywords and versions and those of the keyword
 * block.
 */
import type { KeywordBlock } from '../article.js'
import type { Form } from '../form-names.js'
import type { Report } from '../problems.js'
import { parseDate } from './dates.js'
import type { Header } from './header.js'
import type { VersionList } from './versions.js'

/** Length of the title's field. Longer titles were cut there, often inside a word (Q264972). */
const TITLE_LENGTH = 64
/** Length of the fields that hold lists. A cut at a blank leaves one character less. */
const LIST_LENGTH = 86
const ENTITY = /&(?:[a-z]{2,6}|#\d{1,5});/i

/**
 * Matches a product code: `winnt`, `mspl13_basic`. Any code of this shape is accepted, since other archives have their
 * own.
 */
const PRODUCT_CODE = /^[a-z][a-z\d_]*$/i

interface HeaderCopies {
  readonly header: Header
  readonly block: KeywordBlock | null
  readonly versions: VersionList
}

/** Reports the odd values of a header. `block`: the keyword block, which has its own copies of some. */
export function reportHeader(form: Form, { header, block, versions }: HeaderCopies, report: Report): void {
  const { title, product, modified, lineOf } = header
  if (header.number === 0) report('id-missing', lineOf('number'), '')
  if (title === '') report('title-missing', lineOf('title'), '')
  if (title.length === TITLE_LENGTH) report('title-cut', lineOf('title'), title)
  if (ENTITY.test(title)) report('title-entity', lineOf('title'), title)
  if (parseDate(modified) === null) report('date-unreadable', lineOf('modified'), modified)
  if (product.code === null && form === 'txt') report('product-missing', lineOf('product'), product.name)
  if (product.code !== null && !PRODUCT_CODE.test(product.code))
    report('product-malformed', lineOf('product'), product.code)
  reportVersions({ header, block, versions }, report)
  if (block !== null) reportKeywords(header, block, report)
}

function reportVersions({ header, block, versions }: HeaderCopies, report: Report): void {
  const line = header.lineOf('versions')
  const whole = block?.version ?? header.versions
  for (const oddity of versions.oddities) report(oddity, line, whole)
  const cut = header.versions.length >= LIST_LENGTH - 1 && whole.length > header.versions.length
  if (cut && whole.includes(header.versions)) report('versions-cut', line, header.versions)
}

/** Reports a copy of the keywords that lost a blank, was cut, or both. */
function reportKeywords(header: Header, block: KeywordBlock, report: Report): void {
  const copy = header.keywords.join(' ')
  const whole = block.keywords.join(' ')
  if (copy === whole) return
  const line = header.lineOf('keywords')
  const packedCopy = header.keywords.join('')
  const packed = block.keywords.join('')
  const cut = packed.startsWith(packedCopy) && packed.length > packedCopy.length && copy.length >= LIST_LENGTH - 1
  const fused = !whole.startsWith(copy)
  if (cut) report('keywords-cut', line, copy)
  if (fused && (cut || packed === packedCopy)) report('keywords-fused', line, copy)
  if (!cut && packed !== packedCopy) report('keywords-differ', line, copy)
}
