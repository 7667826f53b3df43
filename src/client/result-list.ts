/**
 * The list of hits: an ordered list of links, each with what its card says. Text from cards and queries is text only.
 */
import { typeKind, typeMeaning } from '../render/article-type.js'
import { longDate } from '../render/dates.js'
import type { SearchCard } from '../search/types.js'
import { articleFile } from './address.js'
import { type Child, element } from './dom.js'
import type { Piece, ShownHit } from './engine-messages.js'

/** One hit as a list item; `root`: relative path to the site's root. */
export function toHitElement(hit: ShownHit, root: string): HTMLElement {
  const { card } = hit
  const href = root + articleFile(hit.number)
  const title = card === null ? hit.id : [toTypeTag(hit.type), toMarked(hit.title)]
  const heading = element('h3', {}, element('a', { href, 'data-key': hit.id }, title))
  if (card === null) return element('li', { class: 'hit' }, heading)
  return element(
    'li',
    { class: 'hit' },
    heading,
    toFacts(card),
    card.summary === '' ? null : element('p', { class: 'hit-summary' }, toMarked(hit.summary)),
  )
}

/** The tag that a title begins with, coloured as on the other pages. */
function toTypeTag(type: string | null): Child {
  if (type === null) return null
  return [element('span', { class: `type ${typeKind(type)}`, title: typeMeaning(type) }, `${type}:`), ' ']
}

function toFacts(card: SearchCard): HTMLElement {
  return element(
    'p',
    { class: 'hit-facts' },
    element('span', {}, card.id),
    element('span', {}, card.product.name),
    card.modified === null ? null : element('time', { datetime: card.modified }, longDate(card.modified)),
  )
}

function toMarked(pieces: readonly Piece[]): Child {
  return pieces.map((piece) => (piece.marked ? element('mark', {}, piece.text) : piece.text))
}
