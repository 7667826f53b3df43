/**
 * The fields of the index: Lunr's fields, in the order in which everything stores them. A reader may type their names.
 */
import type { SectionName } from '../article/article.js'

/** `keywords` holds the article's own number, its keywords and query words; `product` the products it applies to. */
export const FIELD_NAMES = ['title', 'keywords', 'product', 'body'] as const
export type FieldName = (typeof FIELD_NAMES)[number]

/**
 * True for fields that store the places of words, for phrases. Keywords and products are lists: a phrase there says no
 * more than its words do, so their places would only take space.
 */
export const HAS_PLACES: Readonly<Record<FieldName, boolean>> = {
  title: true,
  keywords: false,
  product: false,
  body: true,
}

/** True if the field at this index stores places. */
export function hasPlaces(field: number): boolean {
  const name = FIELD_NAMES[field]
  return name !== undefined && HAS_PLACES[name]
}

/** The field that has sections. */
export const BODY = FIELD_NAMES.indexOf('body')

/** Boosts of the fields. They stay near 1: a high title boost makes known articles much harder to find. */
export const FIELD_BOOSTS: Readonly<Record<FieldName, number>> = { title: 1, keywords: 1, product: 1, body: 1 }

/**
 * Sections of the body that narrow a search, as in `in:resolution reboot`. An index here is a section's code in
 * `extents`.
 */
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
