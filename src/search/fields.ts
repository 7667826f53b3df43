/**
 * The fields of the index: Lunr's fields, in the order in which everything stores them, and the names a reader may type.
 */
import type { SectionName } from '../article/article.js'

/** `keywords` holds the article's own number, its keywords and query words; `product` the products it applies to. */
export const FIELD_NAMES = ['title', 'keywords', 'product', 'body'] as const
export type FieldName = (typeof FIELD_NAMES)[number]

/**
 * Whether the places of words are kept, for phrases. Those of keywords and products would be 0.7 MB of 25: lists in which a
 * phrase of several words says no more than its words do.
 */
export const HAS_PLACES: Readonly<Record<FieldName, boolean>> = {
  title: true,
  keywords: false,
  product: false,
  body: true,
}

/** Whether the field with this index has places. */
export function hasPlaces(field: number): boolean {
  const name = FIELD_NAMES[field]
  return name !== undefined && HAS_PLACES[name]
}

/** The field that has sections. */
export const BODY = FIELD_NAMES.indexOf('body')

/** Boosts stay near 1: a title boost of 10 cut the mean reciprocal rank of known-item searches from 0.6 to 0.16. */
export const FIELD_BOOSTS: Readonly<Record<FieldName, number>> = { title: 1, keywords: 1, product: 1, body: 1 }

/** Sections of `body` by which a search can be narrowed (`in:resolution reboot`); the order is the code of the section table. */
export const SECTION_CODES: readonly SectionName[] = [
  'other',
  'symptoms',
  'cause',
  'resolution',
  'workaround',
  'status',
  'summary',
  'more-information',
  'references',
]
