/** Links from an article to others: references, backlinks, related articles, neighbours by number. */
import type { Result } from 'hastscript'
import type { Reference } from '../../../src/article/article.js'
import type { ArticleContext } from '../../../src/render/view.js'
import { articleHref, cardLines, cardNotes } from '../card-list.js'
import { titleWithType } from '../text.js'

/** Lists with more lines are folded. */
const OPEN_LINES = 12

export function articleLinks(root: string, context: ArticleContext): Result {
  const { card } = context
  const references = firstOfEachId(context.article.references)
  return (
    <>
      {panel('Refers to', references.length, () => (
        <ul class="lines">{references.map((reference) => referenceLine(root, context, reference))}</ul>
      ))}
      {panel('Referred to by', context.backlinks.length, () => cardLines(root, context.backlinks, card))}
      {panel('Related articles', context.related.length, () => cardLines(root, context.related, card))}
    </>
  )
}

function panel(title: string, count: number, list: () => Result): Result | null {
  if (count === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      {count <= OPEN_LINES ? list() : folded(count, list())}
    </section>
  )
}

function folded(count: number, list: Result): Result {
  return (
    <details>
      <summary>{`Show all ${count}`}</summary>
      {list}
    </details>
  )
}

function firstOfEachId(references: readonly Reference[]): Reference[] {
  const seen = new Map<string, Reference>()
  for (const reference of references) if (!seen.has(reference.id)) seen.set(reference.id, reference)
  return [...seen.values()]
}

/** A cited article. If the archive lacks it, its id and the title that was printed beside it. */
function referenceLine(root: string, context: ArticleContext, { id, title }: Reference): Result {
  const card = context.targets.get(id)?.card ?? null
  if (card === null)
    return (
      <li>
        <span class="missing">{title ?? id}</span>
        <small>{title === null ? 'not in this archive' : `${id} · not in this archive`}</small>
      </li>
    )
  return (
    <li>
      <a href={articleHref(root, card.number)}>{titleWithType(card)}</a> <small>{cardNotes(card, context.card)}</small>
    </li>
  )
}

/** Links to the previous and the next article. */
export function articleNeighbours(root: string, { previous, next }: ArticleContext): Result {
  return (
    <nav class="neighbours" aria-label="By number">
      {previous === null ? null : neighbour(root, previous, 'prev')}
      {next === null ? null : neighbour(root, next, 'next')}
    </nav>
  )
}

function neighbour(root: string, number: number, rel: 'prev' | 'next'): Result {
  return (
    <a rel={rel} href={articleHref(root, number)}>
      {`Q${number}`}
    </a>
  )
}
