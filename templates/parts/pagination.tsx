/** Links between the pages of a list: to all pages if there are few; else to the first, the last and those nearby. */
import type { Result } from 'hastscript'
import { listPagePath } from '../../src/render/paths.js'
import { pageHref } from './page.js'

/** Number of pages with links on either side of the current one. */
const REACH = 2

/** The links, or `null` if there is only one page. */
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

/** The pages with links: `(7, 20)` -> 1, null, 5, 6, 7, 8, 9, null, 20. `null` is a gap. */
export function namedPages(page: number, pages: number): (number | null)[] {
  const named: (number | null)[] = []
  for (let number = 1; number <= pages; number++) {
    const isEnd = number === 1 || number === pages
    if (isEnd || Math.abs(number - page) <= REACH) named.push(number)
    else if (named.at(-1) !== null) named.push(null)
  }
  return named
}
