/**
 * The keyboard on the search page: arrows walk from the box through the hits, Esc goes back and then clears, Enter in the box
 * opens the article that its number names.
 */

/** Where the focus goes at a key: an index of the list of links, -1 for the box, null for nothing to do. */
export function planMove(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return at + 1 < count ? at + 1 : null
    case 'ArrowUp':
      return at >= 0 ? at - 1 : null
    case 'Home':
      return at > 0 ? 0 : null
    case 'End':
      return at >= 0 && at < count - 1 ? count - 1 : null
    case 'Escape':
      return at >= 0 ? -1 : null
    default:
      return null
  }
}

export interface KeyTargets {
  readonly box: HTMLInputElement
  /** The links one walks through, in order. */
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
