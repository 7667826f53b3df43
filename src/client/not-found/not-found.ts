/**
 * The page for addresses that do not exist. It goes to the article that the address means, or offers the nearest
 * numbers and a search for the address's words.
 */
import { findNearest } from '../address.js'
import { element, fill } from '../dom.js'
import { articleHref } from '../edition.js'
import type { ArticleList } from './article-list.js'
import { toSearchOffer } from './search-offer.js'

export interface NotFound {
  /** The element that shows the offers. */
  readonly place: HTMLElement
  /** Address of the site's root, ending in `/`. */
  readonly root: string
  /** The article number that the address means, if any. */
  readonly wanted: number | null
  readonly address: Pick<Location, 'href' | 'pathname' | 'replace'>
  readonly loadArticles: () => Promise<ArticleList>
}

const MAX_NEIGHBOURS = 6

export async function showNotFound({ place, root, wanted, address, loadArticles }: NotFound): Promise<void> {
  place.hidden = false
  fill(place, toSearchOffer(root, address.pathname.slice(new URL(root).pathname.length)))
  if (wanted === null) return
  const { numbers, titleOf } = await loadArticles()
  const target = articleHref(root, wanted)
  const isThere = findNearest(numbers, wanted, 1)[0] === wanted
  if (isThere && address.href !== target && `${address.href}index.html` !== target) return address.replace(target)
  const nearest = findNearest(
    numbers.filter((number) => number !== wanted),
    wanted,
    MAX_NEIGHBOURS,
  )
  const named = await Promise.all(nearest.map(async (number) => ({ number, title: await titleOf(number) })))
  fill(place, toNeighbours(root, wanted, named), toSearchOffer(root, `Q${wanted}`))
}

interface Neighbour {
  readonly number: number
  readonly title: string | null
}

function toNeighbours(root: string, wanted: number, nearest: readonly Neighbour[]): readonly HTMLElement[] {
  const links = nearest.map(({ number, title }) => {
    const name = title === null ? `Q${number}` : `Q${number}: ${title}`
    return element('li', {}, element('a', { href: articleHref(root, number) }, name))
  })
  return [
    element('p', {}, `The archive has no article Q${wanted}.${links.length === 0 ? '' : ' The nearest it has:'}`),
    element('ul', {}, links),
  ]
}
