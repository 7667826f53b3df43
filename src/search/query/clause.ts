/**
 * The parts of a parsed query: clauses of one word each, as in Lunr, and phrases.
 */
import { ALL_FIELDS } from './scope.js'

export type Presence = 'optional' | 'required' | 'prohibited'

/** A part of a query for one word, as in Lunr. `fields`: indices into `FIELD_NAMES`. */
export interface QueryClause {
  readonly term: string
  readonly fields: readonly number[]
  readonly boost: number
  readonly usePipeline: boolean
  readonly presence: Presence
  readonly editDistance: number | null
  /** The code of the only section to look in (`SECTION_CODES`), or null. */
  readonly section: number | null
}

export interface QueryPhrase {
  readonly text: string
  readonly fields: readonly number[]
  readonly presence: 'required' | 'prohibited'
  readonly section: number | null
}

/** A clause that looks for a word as it is written, in all fields. */
export function literalClause(term: string): QueryClause {
  return {
    term,
    fields: ALL_FIELDS,
    boost: 1,
    usePipeline: true,
    presence: 'optional',
    editDistance: null,
    section: null,
  }
}

/** True for a clause with a star, which stands for all terms of the index that fit. */
export function isPattern({ term, usePipeline, editDistance }: QueryClause): boolean {
  return !usePipeline && editDistance === null && term.includes('*')
}

/** True for a clause without operators. A field counts as an operator, a section does not. */
export function isPlainClause(clause: QueryClause): boolean {
  const { presence, usePipeline, editDistance, boost, fields, section } = clause
  const isScoped = fields.length < ALL_FIELDS.length && section === null
  return presence === 'optional' && usePipeline && editDistance === null && boost === 1 && !isScoped
}
