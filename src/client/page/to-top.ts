/**
 * The button in the corner that leads back to the top of a long page. It appears once the head is two windows away.
 */
import { element, find } from '../dom.js'

export function setUpWayToTop(): void {
  const head = find('.top', HTMLElement)
  if (head === null) return
  const button = element('button', { type: 'button', class: 'to-top', hidden: true }, 'Top')
  button.addEventListener('click', () => {
    scrollTo({ top: 0 })
    find('.brand', HTMLElement)?.focus({ preventScroll: true })
  })
  document.body.append(button)
  new IntersectionObserver(
    ([entry]) => {
      button.hidden = entry?.isIntersecting !== false
    },
    { rootMargin: '200% 0px 0px 0px' },
  ).observe(head)
}
