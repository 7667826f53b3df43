/**
 * Chips for the parts of a pasted error or event that were recognised. A chip leads to the archive's page about its
 * part, and its button removes the part from the search.
 */
import { toPageFile, toShellAddress } from '../../render/page-pack.js'
import type { Recognised } from '../../search/types.js'
import { element } from '../dom.js'
import { articleHref, isCompact } from '../edition.js'
import { toKindText } from './wording.js'

/** The most parts of a pasted log that are shown. The others are only counted. */
const MOST_CHIPS = 12

export interface ChipOptions {
  /** Relative path to the site's root. */
  readonly root: string
  readonly onRemove: (part: Recognised) => void
}

/** The chips, or null if nothing was recognised. */
export function toChips(recognised: readonly Recognised[], options: ChipOptions): HTMLElement | null {
  if (recognised.length === 0) return null
  const rest = recognised.length - MOST_CHIPS
  return element(
    'ul',
    { class: 'chips', 'aria-label': 'Recognised in what you typed' },
    recognised.slice(0, MOST_CHIPS).map((part) => toChip(part, options)),
    rest > 0 ? element('li', {}, `and ${rest} more`) : null,
  )
}

function toChip(part: Recognised, { root, onRemove }: ChipOptions): HTMLElement {
  const { kind, text } = part
  const href = toHref(part, root)
  const name = href === null ? element('code', {}, text) : element('a', { href, 'data-key': `chip ${text}` }, text)
  const remove = { type: 'button', 'aria-label': `Search without ${text}`, click: () => onRemove(part) }
  return element('li', {}, element('span', {}, toKindText(kind)), ' ', name, element('button', remove, '×'))
}

/** The address for a part: the article, or the index of codes, filtered by the code; null if there is no such page. */
function toHref({ kind, text }: Recognised, root: string): string | null {
  const digits = /\d+/.exec(text)?.[0] ?? ''
  if (kind === 'article') return articleHref(root, Number(digits))
  if (kind === 'event-id') return errorIndexHref(root, `Event ID ${digits}`)
  return kind === 'error-code' || kind === 'stop-code' ? errorIndexHref(root, toCodeText(text)) : null
}

/** A code as the index can be filtered by it: `1E` for `STOP: 0x1E` and `&H1E`. */
function toCodeText(text: string): string {
  return text.replace(/^stop\b[:\s]{0,3}/i, '').replace(/^(?:&H|0x)0*/i, '')
}

function errorIndexHref(root: string, code: string): string {
  const query = `filter=${encodeURIComponent(code)}`
  return root + (isCompact() ? `${toShellAddress('error/')}&${query}` : `${toPageFile('error/')}?${query}`)
}

/** A text without one of its parts: `Event ID: 9 in mail.exe` without `mail.exe`. */
export function withoutPart(text: string, { start, end }: Pick<Recognised, 'start' | 'end'>): string {
  return `${text.slice(0, start)} ${text.slice(end)}`.replace(/\s+/g, ' ').trim()
}
