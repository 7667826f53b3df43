/** Plans how a key moves the choice in a list below a text box. Pure; `combobox.ts` moves it. */

/** The new choice: the index of an option, -1 for none (the text as typed), null if the key moves nothing. */
export function planChoice(key: string, at: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return at + 1 < count ? at + 1 : -1
  if (key === 'ArrowUp') return at >= 0 ? at - 1 : count - 1
  return null
}
