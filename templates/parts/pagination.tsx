/**
 * Links between the pages of a list: all of them while they are few, else the ends and the neighbourhood.
 */
import type { Result } from 'hastscript'
import { listPagePath } from '../../src/render/paths.js'
import { pageHref } from './page.js'

/** How many pages on either side of the present one are named. */
const REACH = 2

/** `null` where there is only one page. */
export function pagination(root: string, path: string, page: number, pages: number): Result | null {
  if (pages === 1) return null
  const link = (to: number, label: string, rel?: string) => (
    <a href={pageHref(root, listPagePath(path, to))} rel={rel}>
      {label}
    </a>
  )
  return (
    <nav class="pages" aria-label="Pages of this list">
      {page > 1 ? link(page - 1, 'Previous', 'prev') : null}
      {namedPages(page, pages).map((number) => {
        if (number === null) return <span>…</span>
        return number === page ? <b aria-current="page">{String(page)}</b> : link(number, String(number))
      })}
      {page < pages ? link(page + 1, 'Next', 'next') : null}
    </nav>
  )
}

/** `(7, 20)` -> 1, null, 5, 6, 7, 8, 9, null, 20; `null` is a gap. */
export function namedPages(page: number, pages: number): (number | null)[] {
  const named: (number | null)[] = []
  for (let number = 1; number <= pages; number++) {
    const isEnd = number === 1 || number === pages
    if (isEnd || Math.abs(number - page) <= REACH) named.push(number)
    else if (named.at(-1) !== null) named.push(null)
  }
  return named
}
