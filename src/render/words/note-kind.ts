/**
 * The kinds of set-off notes: how loud a box is drawn. The article's own label (`NOTE 1:`) is text and stays as it is.
 */

/** Each kind with the name that assistive technology says for the box. */
export const NOTE_KINDS = { note: 'Note', tip: 'Tip', caution: 'Caution', warning: 'Warning' } as const
export type NoteKind = keyof typeof NOTE_KINDS

/** `WARNING` -> warning, `IMPORTANT` -> caution, `TIP` -> tip, whatever else -> note. */
export function noteKind(label: string): NoteKind {
  const word = label.toUpperCase()
  if (word.startsWith('WARN')) return 'warning'
  if (word.startsWith('CAUTION') || word.startsWith('IMPORTANT') || word.startsWith('DISCLAIMER')) return 'caution'
  return word.startsWith('TIP') ? 'tip' : 'note'
}
