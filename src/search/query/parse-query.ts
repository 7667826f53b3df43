/**
 * From what a person types to clauses and phrases: Lunr's query language, `"phrases"` and section scope.
 *
 *     exchange +prot* -title:beta fax~1 setup^3     Lunr's, parsed by Lunr's own parser
 *     "blue screen"  -"blue screen"  title:"..."    phrases; one without `-` must be there
 *     in:resolution reboot   cause:driver           words in a section: all that follow, or one
 *     -1018                                         the number of an error, which excludes nothing
 *
 * Nothing that is typed, pasted or generated may fail. Lunr's parser throws at `c:\windows`, `foo:bar`, `+` and `~`: what it
 * does not take is looked for as it stands. Several lines, or very many words, are a paste: no operators in there.
 */
import { indexTerms, MAX_TERM_LENGTH, tokenize } from '../analysis/analysis.js'
import { toPhraseWords } from '../analysis/phrase-words.js'
import { FIELD_NAMES } from '../fields.js'
import { parseLunrQuery } from './lunr-internals.js'
import { ALL_FIELDS, EVERYWHERE, fieldIndex, type Scope, scopeOf } from './scope.js'

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

export type Presence = 'optional' | 'required' | 'prohibited'

export interface QueryPhrase {
  readonly text: string
  readonly fields: readonly number[]
  readonly presence: 'required' | 'prohibited'
  readonly section: number | null
}

export interface ParsedQuery {
  readonly clauses: readonly QueryClause[]
  readonly phrases: readonly QueryPhrase[]
  /** Words only, no operator: then hits come in this project's order, else in Lunr's. */
  readonly isPlain: boolean
  /** Read as a paste: an error message, a log. */
  readonly isPaste: boolean
  readonly ignored: readonly string[]
}

/** What is read of a query: a screen of log. */
const MOST_CHARACTERS = 16_384
/** More words than anyone types; then a minus is a dash. */
const MOST_TYPED_WORDS = 40
/** Lunr's automaton for more edits, or for longer words, grows beyond all bounds. */
const MOST_EDITS = 2
const LONGEST_FUZZY = 32
/** Clauses of one chunk need no blanks between them (`a~1b~1c^2d`); more than this is no query that anyone means. */
const MOST_CLAUSES = 2 * MOST_TYPED_WORDS
/** Words with edits or wildcards, each of which is held against all words of the index: 0.2 s of 428,733. */
const MOST_PATTERNS = 8

/** Reads a query. Never throws. */
export function parseQuery(text: string): ParsedQuery {
  const read = text.slice(0, MOST_CHARACTERS).replace(CURLY_QUOTES, '"').trim()
  const ignored = text.length > MOST_CHARACTERS ? [`${text.slice(MOST_CHARACTERS, MOST_CHARACTERS + 20)}...`] : []
  if (isPaste(read)) return parsePaste(read, ignored)
  const parser = new TypedQuery(ignored)
  for (const part of splitParts(read)) parser.add(part)
  const typed = parser.result()
  return typed.clauses.length > MOST_CLAUSES ? parsePaste(read, ignored) : typed
}

const CURLY_QUOTES = /[“”„«»]/g
const LINE_BREAK = /[\r\n]/

function isPaste(text: string): boolean {
  return LINE_BREAK.test(text) || (text.match(CHUNK) ?? []).length > MOST_TYPED_WORDS
}

/** Every word of a paste, once. */
function parsePaste(text: string, ignored: readonly string[]): ParsedQuery {
  const words = [...new Set(tokenize(text))]
  return { clauses: words.map((term) => literalClause(term)), phrases: [], isPlain: true, isPaste: true, ignored }
}

/** A quoted phrase with what stands before it, a scope, or the text between those. */
type Part =
  | { readonly type: 'phrase'; readonly sign: string; readonly name: string; readonly text: string }
  | { readonly type: 'scope'; readonly name: string }
  | { readonly type: 'text'; readonly text: string }

/** `+"a b"`, `title:"a b"`; then `in:resolution`. A quote that nothing closes is no phrase. */
const PART = /(?<=^|\s)([+-]?)(?:([a-z-]+):)?"([^"]*)"|(?<=^|\s)in:([a-z-]+)(?=\s|"|$)/gi

function splitParts(text: string): readonly Part[] {
  const parts: Part[] = []
  let end = 0
  for (const found of text.matchAll(PART)) {
    const [whole, sign = '', name = '', phrase, scope] = found
    const isScope = scope !== undefined && scopeOf(scope) !== null
    if (phrase === undefined && !isScope) continue
    parts.push({ type: 'text', text: text.slice(end, found.index) })
    if (isScope) parts.push({ type: 'scope', name: scope })
    else parts.push({ type: 'phrase', sign, name: name.toLowerCase(), text: phrase ?? '' })
    end = found.index + whole.length
  }
  return [...parts, { type: 'text', text: text.slice(end) }]
}

/** A query that was typed, part by part. */
class TypedQuery {
  private readonly clauses: QueryClause[] = []
  private readonly phrases: QueryPhrase[] = []
  private readonly ignored: string[]
  private scope = EVERYWHERE
  private patterns = 0

  constructor(ignored: readonly string[]) {
    this.ignored = [...ignored]
  }

  add(part: Part): void {
    switch (part.type) {
      case 'scope':
        this.scope = scopeOf(part.name) ?? EVERYWHERE
        return
      case 'phrase':
        this.addPhrase(part.text, part.sign, part.name)
        return
      case 'text':
        this.addText(part.text)
        return
      default:
        part satisfies never
    }
  }

  result(): ParsedQuery {
    const isPlain = this.clauses.every((clause) => isPlainClause(clause))
    return { clauses: this.clauses, phrases: this.phrases, isPlain, isPaste: false, ignored: this.ignored }
  }

  private addPhrase(text: string, sign: string, name: string): void {
    const scope = (name === '' ? null : scopeOf(name)) ?? this.scope
    const presence = sign === '-' ? 'prohibited' : 'required'
    if (text.trim() !== '') this.phrases.push({ text, presence, ...scope })
    for (const word of toPhraseWords(text).leftOut) this.ignored.push(word)
    if (presence !== 'required') return
    for (const clause of literalClauses(text, scope)) if (indexTerms(clause.term).length > 0) this.clauses.push(clause)
  }

  /** Text between phrases: whole as Lunr reads it, or else chunk by chunk. */
  private addText(text: string): void {
    const chunks = text.match(CHUNK) ?? []
    const clauses = chunks.some((chunk) => needsCare(chunk)) ? null : parseWithLunr(text)
    if (clauses === null) for (const chunk of chunks) this.addChunk(chunk)
    else for (const clause of clauses) this.addClause({ ...clause, ...this.within(clause) })
  }

  private addChunk(chunk: string): void {
    if (OPERATOR_ALONE.test(chunk)) {
      this.ignored.push(chunk)
      return
    }
    if (NEGATIVE_NUMBER.test(chunk)) {
      this.addLiteral(chunk.slice(1))
      return
    }
    const [, sign = '', name = '', rest = ''] = SCOPED_CHUNK.exec(chunk) ?? []
    const scope = scopeOf(name)
    if (scope !== null && scope.section !== null) {
      const clauses = parseWithLunr(sign + escapeBackslashes(rest))
      for (const clause of clauses ?? literalClauses(rest, scope, presenceOf(sign)))
        this.addClause({ ...clause, ...scope })
      return
    }
    const clauses = parseWithLunr(escapeBackslashes(chunk))
    if (clauses !== null) for (const clause of clauses) this.addClause({ ...clause, ...this.within(clause) })
    else this.addLiteral(chunk)
  }

  /** What Lunr's parser does not take, as it stands: `c:\windows`, `foo:bar`, `c++~`; an operator alone is ignored. */
  private addLiteral(chunk: string): void {
    const sign = SIGNED.test(chunk) ? chunk.charAt(0) : ''
    const clauses = literalClauses(chunk, this.scope, presenceOf(sign))
    if (clauses.length === 0) this.ignored.push(chunk)
    for (const clause of clauses) this.addClause(clause)
  }

  private addClause(clause: QueryClause): void {
    const { term, editDistance } = clause
    const isPattern = editDistance !== null || (!clause.usePipeline && term.includes('*'))
    if (isPattern && ++this.patterns > MOST_PATTERNS) {
      this.ignored.push(editDistance === null ? term : `${term}~${editDistance}`)
      return
    }
    const allowed = editDistance === null || term.length > LONGEST_FUZZY ? null : Math.min(editDistance, MOST_EDITS)
    if (allowed !== editDistance) this.ignored.push(`${term}~${editDistance}`)
    this.clauses.push({ ...clause, editDistance: allowed })
  }

  /** The scope of a clause of Lunr's: its own field, or that of `in:`. */
  private within(clause: QueryClause): Scope {
    return clause.fields.length < ALL_FIELDS.length ? { fields: clause.fields, section: null } : this.scope
  }
}

const CHUNK = /\S+/g
/** `cause:driver`, `+cause:driver`. */
const SCOPED_CHUNK = /^([+-]?)([a-z-]+):(.+)$/i
/** A sign before a word: `+word`, but not `--word`. */
const SIGNED = /^[+-][^+-]/
const OPERATOR_ALONE = /^[+~^:"-]+$/

/** `-1018`, `-1811`: the database engine's errors, which people type as they read them. `-"1018"` excludes a number. */
const NEGATIVE_NUMBER = /^-\d{2,10}$/

/** Chunks that Lunr's parser takes for something else than a reader means: `-` alone, `-1018`, `\` in a path, sections. */
function needsCare(chunk: string): boolean {
  return OPERATOR_ALONE.test(chunk) || NEGATIVE_NUMBER.test(chunk) || chunk.includes('\\') || SCOPED_CHUNK.test(chunk)
}

/** Escapes each `\` of a path, so that Lunr's parser keeps it; `\:` and other escapes of operators stay. */
const PATH_BACKSLASH = /\\(?![:~^+*-])/g

function escapeBackslashes(chunk: string): string {
  return chunk.replace(PATH_BACKSLASH, '\\\\')
}

/** Clauses as Lunr reads them; null where it can't. */
function parseWithLunr(text: string): readonly QueryClause[] | null {
  const clauses = parseLunrQuery(text, FIELD_NAMES)
  if (clauses === null) return null
  return clauses.map((clause) => ({
    term: clause.term.slice(0, MAX_TERM_LENGTH * 4),
    fields: clause.fields.map(fieldIndex),
    boost: clause.boost,
    usePipeline: clause.usePipeline,
    presence: PRESENCES[clause.presence] ?? 'optional',
    editDistance: 'editDistance' in clause ? clause.editDistance : null,
    section: null,
  }))
}

/** By the numbers of `lunr.Query.presence`. */
const PRESENCES: Readonly<Record<number, Presence>> = { 1: 'optional', 2: 'required', 3: 'prohibited' }

function presenceOf(sign: string): Presence {
  if (sign === '+') return 'required'
  return sign === '-' ? 'prohibited' : 'optional'
}

function literalClauses(text: string, scope: Scope, presence: Presence = 'optional'): readonly QueryClause[] {
  return tokenize(text)
    .filter((token) => WORD_CHARACTER.test(token))
    .map((token) => ({ ...literalClause(token), ...scope, presence }))
}

const WORD_CHARACTER = /[\p{L}\p{N}_]/u

function literalClause(term: string): QueryClause {
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

function isPlainClause(clause: QueryClause): boolean {
  const { presence, usePipeline, editDistance, boost, fields, section } = clause
  const isScoped = fields.length < ALL_FIELDS.length && section === null
  return presence === 'optional' && usePipeline && editDistance === null && boost === 1 && !isScoped
}
