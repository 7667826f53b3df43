/**
 * The list of hits: an ordered list of links, each with what its card says. Text from cards and queries is text only.
 */
import { typeKind, typeMeaning } from '../../render/article-type.js'
import { longDate } from '../../render/dates.js'
import type { Piece } from '../../search/passage/mark-pieces.js'
import type { SearchCard } from '../../search/types.js'
import { type Child, element } from '../dom.js'
import { articleHref } from '../edition.js'
import type { ShownHit } from '../engine/engine-messages.js'

/** One hit as a list item; `root`: relative path to the site's root. */
export function toHitElement(hit: ShownHit, root: string): HTMLElement {
  const { card } = hit
  const href = articleHref(root, hit.number)
  const title = card === null ? hit.id : [toTypeTag(hit.type), toMarked(hit.title)]
  const heading = element('h2', {}, element('a', { href, 'data-key': hit.id }, title))
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

/** `Q214864 · Windows NT · 11 June 2002` */
function toFacts(card: SearchCard): HTMLElement {
  const date = card.modified
  const facts = [
    card.id,
    card.product.name === '' ? null : card.product.name,
    date === null ? null : element('time', { datetime: date }, longDate(date)),
  ]
  const given = facts.filter((fact) => fact !== null)
  return element(
    'p',
    { class: 'hit-facts' },
    given.map((fact, index) => [index === 0 ? null : ' · ', fact]),
  )
}

function toMarked(pieces: readonly Piece[]): Child {
  return pieces.map((piece) => (piece.marked ? element('mark', {}, piece.text) : piece.text))
}
