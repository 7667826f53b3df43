/**
 * Shows in the contents of an article where the reader is: the link of the section being read is `aria-current`.
 *
 * If the contents are beside the text and longer than the window, the list scrolls along.
 */
import { find } from '../dom.js'

/** A section is being read once its heading is in the upper third of the window. */
const READING_LINE = 1 / 3

/** Follows the reader; does nothing if the article has no contents. */
export function setUpContents(): void {
  const contents = find('.toc', HTMLElement)
  if (contents === null) return
  const links = [...contents.querySelectorAll('a')]
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))))
  let present: HTMLElement | undefined
  const show = () => {
    const read = headings.findLastIndex((heading) => heading !== null && isAboveLine(heading))
    if (links[read] === present) return
    present?.removeAttribute('aria-current')
    present = links[read]
    present?.setAttribute('aria-current', 'true')
    if (present !== undefined) follow(contents.parentElement, present)
  }
  // Called when a heading crosses the line, not for every pixel.
  const observer = new IntersectionObserver(show, { rootMargin: `0px 0px -${100 - 100 * READING_LINE}% 0px` })
  for (const heading of headings) if (heading !== null) observer.observe(heading)
}

function isAboveLine(heading: HTMLElement): boolean {
  return heading.getBoundingClientRect().top < innerHeight * READING_LINE
}

/** Keeps the link in the middle of the column; `scrollIntoView` would move the page as well. */
function follow(column: HTMLElement | null, link: HTMLElement): void {
  if (column === null || column.scrollHeight <= column.clientHeight) return
  const { top } = link.getBoundingClientRect()
  column.scrollTop += top - column.getBoundingClientRect().top - column.clientHeight / 2
}
