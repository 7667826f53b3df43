/**
 * Keys of the search page: arrows walk from the box through the hits; Esc goes back to the box and then clears it.
 */

import { planMove } from './planned-move.js'

export interface KeyTargets {
  readonly box: HTMLInputElement
  /** The links to walk through, in order. */
  listLinks(): readonly HTMLElement[]
  clear(): void
}

/** Listens within `area`, which holds box and links. */
export function setUpKeys(area: HTMLElement, targets: KeyTargets): void {
  area.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return
    const { target } = event
    const links = targets.listLinks()
    const at = target instanceof HTMLElement ? links.indexOf(target) : -1
    if (at === -1 && target !== targets.box) return
    const move = planMove(event.key, at, links.length)
    if (move !== null) {
      event.preventDefault()
      const next = move === -1 ? targets.box : links[move]
      next?.focus()
      next?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Escape' && targets.box.value !== '') {
      event.preventDefault()
      targets.clear()
    }
  })
}
