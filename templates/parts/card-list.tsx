/** Lists of articles. */
import type { Result } from 'hastscript'
import { articlePath } from '../../src/render/paths.js'
import type { Card } from '../../src/render/view.js'
import { toProductName } from '../../src/render/words/product-name.js'
import { pageHref } from './page.js'
import { titleWithType } from './text.js'

/** The address of an article's page. */
export function articleHref(root: string, number: number): string {
  return pageHref(root, articlePath(number))
}

/** The articles on a page of a list: title, id, date; optionally products and summaries. */
export function cardRows(
  root: string,
  cards: readonly Card[],
  { withSummaries, withProducts }: { readonly withSummaries: boolean; readonly withProducts: boolean },
): Result {
  const product = cards.every((card) => card.product.name === cards[0]?.product.name) ? cards[0]?.product.name : null
  return (
    <ol class={withSummaries ? 'cards' : 'lines'}>
      {cards.map((card) => (
        <li>
          <a href={articleHref(root, card.number)}>{titleWithType(card)}</a>{' '}
          <small>
            {product === null && withProducts ? cardFacts(card) : [card.id, card.modified].filter(Boolean).join(' · ')}
          </small>
          {withSummaries && card.summary !== '' ? <p>{card.summary}</p> : null}
        </li>
      ))}
    </ol>
  )
}

/** A short list, with a line per article, as for backlinks. `beside`: the article on whose page the list is. */
export function cardLines(root: string, cards: readonly Card[], beside: Card | null = null): Result {
  return (
    <ul class="lines">
      {cards.map((card) => (
        <li>
          <a href={articleHref(root, card.number)}>{titleWithType(card)}</a>{' '}
          <small>{beside === null ? cardFacts(card) : cardNotes(card, beside)}</small>
        </li>
      ))}
    </ul>
  )
}

/** The id of an article, and its product if that differs from the product of `beside`. */
export function cardNotes(card: Card, beside: Card): string {
  return card.product.name === beside.product.name ? card.id : `${card.id} · ${toProductName(card.product)}`
}

/** `Q214864 · Example Server · 1999-04-12`. */
function cardFacts(card: Card): string {
  return [card.id, toProductName(card.product), card.modified].filter(Boolean).join(' · ')
}
