/**
 * Plans how a key moves the focus in a list below a text box. Pure; `search-keys.ts` moves it.
 */

/** The new place of the focus: an index in the list of links, -1 for the box, null for no move. */
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
