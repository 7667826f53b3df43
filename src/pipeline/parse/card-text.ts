import type { Card } from '../../render/view.js'

export const LINE_ENDS = /[\r\n]+/g

/** A card as lines: half the time of JSON, and cards are read a million times. */
export function toCardText(card: Omit<Card, 'id' | 'number'>): string {
  return [card.title, card.type, card.product.code, card.product.name, card.modified, card.summary]
    .map((field) => (field === null ? NULL : field.replace(LINE_ENDS, ' ')))
    .join('\n')
}

/** The text of the same card with another product. */
export function withProduct(text: string, product: Card['product']): string {
  return toCardText({ ...fromCardText(0, text), product })
}

/** Stands for null; it is a blank in every field that has it. */
export const NULL = '\r'

export function fromCardText(number: number, text: string): Card {
  const [title = '', type = NULL, code = NULL, name = '', modified = NULL, summary = ''] = text.split('\n')
  const product = { code: orNull(code), name }
  return { number, id: `Q${number}`, title, type: orNull(type), product, modified: orNull(modified), summary }
}

export function orNull(field: string): string | null {
  return field === NULL ? null : field
}
