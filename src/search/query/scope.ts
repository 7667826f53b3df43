/**
 * Scopes: the fields and sections in which a word is looked for, by the name before it: `title:`, `cause:`,
 * `in:resolution`.
 */
import type { SectionName } from '../../article/article.js'
import { BODY, FIELD_NAMES, SECTION_CODES } from '../fields.js'

/** Every field, by its index. */
export const ALL_FIELDS = FIELD_NAMES.map((_, field) => field)

/** Short names of sections that a reader may type. */
const SECTION_ALIASES: Readonly<Record<string, SectionName>> = {
  more: 'more-information',
  symptom: 'symptoms',
  fix: 'resolution',
}

/** The fields to look in, and perhaps the only section of the body. */
export interface Scope {
  readonly fields: readonly number[]
  readonly section: number | null
}

/** All fields, all sections. */
export const EVERYWHERE: Scope = { fields: ALL_FIELDS, section: null }

/** The index of a field, or -1. */
export function fieldIndex(name: string): number {
  return NAMES.indexOf(name)
}

const NAMES: readonly string[] = FIELD_NAMES
const SECTION_NAMES: readonly string[] = SECTION_CODES

/** The scope of a field or section by name; null if there is none of this name. */
export function scopeOf(name: string): Scope | null {
  const lower = name.toLowerCase()
  const field = fieldIndex(lower)
  if (field >= 0) return { fields: [field], section: null }
  const sectionName = Object.hasOwn(SECTION_ALIASES, lower) ? SECTION_ALIASES[lower] : lower
  const section = sectionName === undefined ? -1 : SECTION_NAMES.indexOf(sectionName)
  return section < 0 ? null : { fields: [BODY], section }
}
