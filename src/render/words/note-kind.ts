/** The kinds of notes, which decide how their boxes look. The label in the article (`NOTE 1:`) is not changed. */

/** Kind -> the name of the box for assistive technology. */
export const NOTE_KINDS = { note: 'Note', tip: 'Tip', caution: 'Caution', warning: 'Warning' } as const
export type NoteKind = keyof typeof NOTE_KINDS

/** `WARNING` -> warning, `IMPORTANT` -> caution, `TIP` -> tip, anything else -> note. */
export function noteKind(label: string): NoteKind {
  const word = label.toUpperCase()
  if (word.startsWith('WARN')) return 'warning'
  if (word.startsWith('CAUTION') || word.startsWith('IMPORTANT') || word.startsWith('DISCLAIMER')) return 'caution'
  return word.startsWith('TIP') ? 'tip' : 'note'
}
