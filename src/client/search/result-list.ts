/**
 * The list of hits: an ordered list of links, each with the data of its card. Text of cards and queries never becomes
 * markup.
 */
import { typeKind, typeMeaning } from '../../render/words/article-type.js'
import { longDate } from '../../render/words/dates.js'
import type { Piece } from '../../search/passage/mark-pieces.js'
import type { SearchCard } from '../../search/types.js'
import { type Child, element, fill, find } from '../dom.js'
import { articleHref } from '../edition.js'
import type { ShownHit } from '../engine/engine-messages.js'
import { toMarked } from '../passages/marked-text.js'
import { toMissingText } from './wording.js'

/** The passage that a hit shows in place of its article's first sentences. */
export interface ShownPassage {
  /** The heading of its section: `Symptoms`. */
  readonly heading: string | null
  readonly pieces: readonly Piece[]
  /** The fragment that leads to the passage: `#symptoms:~:text=...`, or empty. */
  readonly fragment: string
}

/** A hit as a list item. `root`: relative path to the site's root. `passage`: null if it is not known yet. */
export function toHitElement(hit: ShownHit, root: string, passage: ShownPassage | null): HTMLElement {
  const { card } = hit
  const href = articleHref(root, hit.number)
  const title = card === null ? hit.id : [toTypeTag(hit.type), toMarked(hit.title)]
  const heading = element('h2', {}, element('a', { href, 'data-key': hit.id }, title))
  const item = element('li', { class: 'hit', 'data-number': hit.number }, heading)
  if (card !== null)
    item.append(toFacts(card, hit.missing), element('p', { class: 'hit-summary' }, toMarked(hit.summary)))
  if (passage !== null) showHitPassage(item, passage)
  return item
}

/** Shows a passage in a hit that is on the page. The link stays the same element, so it keeps the focus. */
export function showHitPassage(item: Element, { heading, pieces, fragment }: ShownPassage): void {
  const link = find('h2 a', HTMLAnchorElement, item)
  const summary = find('.hit-summary', HTMLElement, item)
  const address = link?.getAttribute('href')?.split('#', 1)[0] ?? ''
  link?.setAttribute('href', address + fragment)
  if (summary === null) return
  const label = heading === null ? null : element('b', {}, `${heading}: `)
  fill(summary, label, toMarked(pieces))
}

/** The tag at the beginning of a title, coloured as on the other pages. */
function toTypeTag(type: string | null): Child {
  if (type === null) return null
  return [element('span', { class: `type ${typeKind(type)}`, title: typeMeaning(type) }, `${type}:`), ' ']
}

/** `Q214864 · Windows NT · 11 June 2002 · without: spooler` */
function toFacts(card: SearchCard, missing: readonly string[]): HTMLElement {
  const date = card.modified
  const facts = [
    card.id,
    toProductText(card),
    date === null ? null : element('time', { datetime: date }, longDate(date)),
    missing.length === 0 ? null : element('span', { class: 'hit-missing' }, toMissingText(missing)),
  ]
  const given = facts.filter((fact) => fact !== null)
  return element(
    'p',
    { class: 'hit-facts' },
    given.map((fact, index) => [index === 0 ? null : ' · ', fact]),
  )
}

/** The most products shown; the article's page has all. */
const SHOWN_PRODUCTS = 3

/** `Windows NT, Exchange Server`; if no product is known, the one that the article is filed under. */
function toProductText({ products, product }: SearchCard): string | null {
  const names = products.filter(({ value }) => !value.includes('/')).map(({ label }) => label)
  if (names.length > 0) return names.slice(0, SHOWN_PRODUCTS).join(', ')
  return product.name === '' ? null : product.name
}
