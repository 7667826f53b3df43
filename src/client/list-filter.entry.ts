/**
 * A box above a long index that shows only the values with the typed words: `error/index.html?filter=0x80004005`. The
 * box is made here, since it would do nothing without a script.
 */
import { element, find } from './dom.js'
import { matchesFilter } from './page/match-filter.js'

function setUpListFilter(place: HTMLElement): void {
  const items = [...document.querySelectorAll<HTMLElement>('ul.values > li')]
  const names = items.map((item) => find('a', HTMLElement, item)?.textContent ?? '')
  const box = element('input', {
    type: 'search',
    'aria-label': 'Show only codes with',
    placeholder: '1018, MSExchange, 0x8004 …',
    autocomplete: 'off',
    class: 'list-filter',
  })
  const count = element('span', { role: 'status', class: 'list-filter-count' })
  const show = () => {
    let shown = 0
    for (const [index, item] of items.entries()) {
      item.hidden = !matchesFilter(names[index] ?? '', box.value)
      if (!item.hidden) shown += 1
    }
    for (const section of document.querySelectorAll<HTMLElement>('main section'))
      section.hidden = section.querySelector('li:not([hidden])') === null
    count.textContent = box.value.trim() === '' ? '' : `${shown} of ${items.length}`
  }
  box.addEventListener('input', show)
  place.append(box, ' ', count)
  box.value = new URLSearchParams(location.search).get('filter') ?? ''
  if (box.value !== '') show()
}

function start(): void {
  const place = find('.list-filter-place', HTMLElement)
  if (place !== null) setUpListFilter(place)
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start)
else start()
