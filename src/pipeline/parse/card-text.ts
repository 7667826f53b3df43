import type { Card } from '../../render/view.js'

export const LINE_ENDS = /[\r\n]+/g

/**
 * Encodes a card as text. The catalog reads cards very often, and this format is faster to read than JSON.
 *
 *     card   title LF type LF code LF name LF modified LF summary
 *     type, code, modified   text, or CR for null
 *
 * Line ends within a field become spaces.
 */
export function toCardText(card: Omit<Card, 'id' | 'number'>): string {
  return [card.title, card.type, card.product.code, card.product.name, card.modified, card.summary]
    .map((field) => (field === null ? NULL : field.replace(LINE_ENDS, ' ')))
    .join('\n')
}

/** The text of the same card with another product. */
export function withProduct(text: string, product: Card['product']): string {
  return toCardText({ ...fromCardText(0, text), product })
}

/** Stands for null. No field can contain it, because line ends become spaces. */
export const NULL = '\r'

export function fromCardText(number: number, text: string): Card {
  const [title = '', type = NULL, code = NULL, name = '', modified = NULL, summary = ''] = text.split('\n')
  const product = { code: orNull(code), name }
  return { number, id: `Q${number}`, title, type: orNull(type), product, modified: orNull(modified), summary }
}

export function orNull(field: string): string | null {
  return field === NULL ? null : field
}
