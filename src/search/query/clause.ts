/**
 * The parts of a query that was read: clauses of one word each, as Lunr has them, and phrases. Types, and the plainest clause.
 */
import { ALL_FIELDS } from './scope.js'

export type Presence = 'optional' | 'required' | 'prohibited'

/** Part of a query for one word, as Lunr has it. `fields`: indices into `FIELD_NAMES`. */
export interface QueryClause {
  readonly term: string
  readonly fields: readonly number[]
  readonly boost: number
  readonly usePipeline: boolean
  readonly presence: Presence
  readonly editDistance: number | null
  /** Only in sections of this code (`SECTION_CODES`), or null. */
  readonly section: number | null
}

export interface QueryPhrase {
  readonly text: string
  readonly fields: readonly number[]
  readonly presence: 'required' | 'prohibited'
  readonly section: number | null
}

/** A clause that looks for a word as it stands, anywhere. */
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

/** Whether a clause has a star: then it stands for all terms of the index that fit. */
export function isPattern({ term, usePipeline, editDistance }: QueryClause): boolean {
  return !usePipeline && editDistance === null && term.includes('*')
}

/** Whether a clause is a word without any operator. */
export function isPlainClause(clause: QueryClause): boolean {
  const { presence, usePipeline, editDistance, boost, fields, section } = clause
  const isScoped = fields.length < ALL_FIELDS.length && section === null
  return presence === 'optional' && usePipeline && editDistance === null && boost === 1 && !isScoped
}
