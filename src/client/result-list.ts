/**
 * The list of hits: an ordered list of links, each with what its card says. Text from cards and queries is text only.
 */
import type { SearchCard } from '../search/types.js'
import { toArticlePath } from './address.js'
import { element } from './dom.js'
import type { Piece, ShownHit } from './engine-messages.js'
import { toDateText } from './wording.js'

/** One hit as a list item; `root`: relative path to the site's root. */
export function toHitElement(hit: ShownHit, root: string): HTMLElement {
  const { card } = hit
  const href = root + toArticlePath(hit.number)
  const title = card === null ? hit.id : toMarked(hit.title)
  const heading = element('h3', {}, element('a', { href, 'data-key': hit.id }, title))
  if (card === null) return element('li', { class: 'hit' }, heading)
  return element(
    'li',
    { class: 'hit' },
    heading,
    toMetaLine(card),
    card.summary === '' ? null : element('p', { class: 'hit-summary' }, toMarked(hit.summary)),
  )
}

function toMetaLine(card: SearchCard): HTMLElement {
  return element(
    'p',
    { class: 'hit-meta' },
    card.type === null ? null : element('span', { class: 'badge', 'data-type': card.type }, card.type),
    element('span', { class: 'hit-id' }, card.id),
    element('span', {}, card.product.name),
    card.modified === null ? null : element('time', { datetime: card.modified }, toDateText(card.modified)),
  )
}

function toMarked(pieces: readonly Piece[]): readonly (HTMLElement | string)[] {
  return pieces.map((piece) => (piece.marked ? element('mark', {}, piece.text) : piece.text))
}
