/**
 * Articles as lists show them: title, id, type, product, date and a line of the text.
 */
import type { Result } from 'hastscript'
import { articlePath } from '../../src/render/paths.js'
import type { Card } from '../../src/render/view.js'
import { pageHref } from './page.js'

/** The address of an article's page. */
export function articleHref(root: string, number: number): string {
  return pageHref(root, articlePath(number))
}

/** The long form, for list pages. */
export function cardList(root: string, cards: readonly Card[]): Result {
  return (
    <ol class="cards">
      {cards.map((card) => (
        <li>
          <a href={articleHref(root, card.number)}>{card.title}</a>
          <p class="facts">{factLine(card)}</p>
          {card.summary === '' ? null : <p class="summary">{card.summary}</p>}
        </li>
      ))}
    </ol>
  )
}

/** The short form, for backlinks and the like: one line an article. */
export function cardLines(root: string, cards: readonly Card[]): Result {
  return (
    <ul class="lines">
      {cards.map((card) => (
        <li>
          <a href={articleHref(root, card.number)}>{card.title}</a> <span class="facts">{factLine(card)}</span>
        </li>
      ))}
    </ul>
  )
}

function factLine(card: Card): string {
  return [card.id, card.product.name, card.modified].filter(Boolean).join(' · ')
}
