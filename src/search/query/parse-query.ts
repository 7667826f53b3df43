/**
 * The query parser: from typed text to clauses and phrases. It reads Lunr's query language, `"phrases"` and section
 * scope.
 *
 *     exchange +prot* -title:beta fax~1 setup^3     Lunr's, parsed by Lunr's own parser
 *     "blue screen"  -"blue screen"  title:"..."    phrases; one without `-` is required
 *     in:resolution reboot   cause:driver           words in a section: all words after `in:`, or one word
 *     -1018  isinteg -fix                           numbers and switches, which exclude nothing (`switches.ts`)
 *     product:exchange title:pop3                   a word with a field before it is required
 *     create-page-*  *  ?                           signs without letters, which are left out
 *
 * Any text is accepted, whether typed, pasted or generated. Lunr's parser throws at `c:\windows`, `foo:bar`, `+` and
 * `~`: text that it rejects is looked for as it is written. Several lines, or very many words, are a paste, without
 * operators.
 */
import { indexTerms, MAX_TERM_LENGTH, tokenize } from '../analysis/analysis.js'
import { toPhraseWords } from '../analysis/phrase-words.js'
import { FIELD_NAMES } from '../fields.js'
import type { Excluded, LeftOut } from '../types.js'
import { isPattern, isPlainClause, literalClause, type Presence, type QueryClause, type QueryPhrase } from './clause.js'
import { parseLunrQuery } from './lunr-internals.js'
import { recognise } from './recognise.js'
import { ALL_FIELDS, EVERYWHERE, fieldIndex, type Scope, scopeOf } from './scope.js'
import { isCommand, isSwitch } from './switches.js'

export interface ParsedQuery {
  readonly clauses: readonly QueryClause[]
  readonly phrases: readonly QueryPhrase[]
  /** Words only, without operators. Then hits are in this project's order, else in Lunr's. */
  readonly isPlain: boolean
  /** The query was read as a paste: an error message, a log. */
  readonly isPaste: boolean
  readonly leftOut: readonly LeftOut[]
  readonly excluded: readonly Excluded[]
  /** The text of a pasted event, which articles quote word for word; null if there is none. */
  readonly message: string | null
}

/** The characters of a query that are read: a screen of log. */
const MOST_CHARACTERS = 16_384
/** More words than anyone types. A longer query is a paste, in which a minus is a dash. */
const MOST_TYPED_WORDS = 40
/** The most edits, and the longest word that may have some. Beyond these, Lunr's automaton grows without bounds. */
const MOST_EDITS = 2
const LONGEST_FUZZY = 32
/** A query with more clauses is read as a paste. One chunk can have many clauses without blanks: `a~1b~1c^2d`. */
const MOST_CLAUSES = 2 * MOST_TYPED_WORDS
/** The most words with edits or wildcards. Each of them is compared with all words of the index. */
const MOST_PATTERNS = 8

/** Reads a query. Never throws. */
export function parseQuery(text: string): ParsedQuery {
  const read = text.slice(0, MOST_CHARACTERS).replace(CURLY_QUOTES, '"').trim()
  const unread = text.slice(MOST_CHARACTERS, MOST_CHARACTERS + SHOWN_OF_UNREAD)
  const leftOut: readonly LeftOut[] = unread === '' ? [] : [{ text: `${unread}…`, reason: 'long' }]
  if (isPaste(read)) return parsePaste(read, leftOut)
  const typed = new TypedQuery(recognise(read, false).sought, leftOut).parse()
  return typed.clauses.length > MOST_CLAUSES ? parsePaste(read, leftOut) : typed
}

const SHOWN_OF_UNREAD = 20

const CURLY_QUOTES = /[“”„«»]/g
const LINE_BREAK = /[\r\n]/

function isPaste(text: string): boolean {
  return LINE_BREAK.test(text) || (text.match(CHUNK) ?? []).length > MOST_TYPED_WORDS
}

/** Reads a paste: each word once, without the parts that only the reader's machine has. */
function parsePaste(text: string, leftOut: readonly LeftOut[]): ParsedQuery {
  const { sought, message } = recognise(text, true)
  const words = [...new Set(tokenize(sought.trim() === '' ? text : sought))]
  const clauses = words.map((term) => literalClause(term))
  return { clauses, phrases: [], isPlain: true, isPaste: true, leftOut, excluded: [], message }
}

/** A quoted phrase with the signs before it, a scope, or the text between these. `at`: its offset in the query. */
type Part =
  | {
      readonly type: 'phrase'
      readonly at: number
      readonly sign: string
      readonly name: string
      readonly text: string
    }
  | { readonly type: 'scope'; readonly name: string }
  | { readonly type: 'text'; readonly at: number; readonly text: string }

/** `+"a b"`, `title:"a b"`, `in:resolution`. A quote that is not closed begins no phrase. */
const PART = /(?<=^|\s)([+-]?)(?:([a-z-]+):)?"([^"]*)"|(?<=^|\s)in:([a-z-]+)(?=\s|"|$)/gi

function splitParts(text: string): readonly Part[] {
  const parts: Part[] = []
  let end = 0
  for (const found of text.matchAll(PART)) {
    const [whole, sign = '', name = '', phrase, scope] = found
    const isScope = scope !== undefined && scopeOf(scope) !== null
    if (phrase === undefined && !isScope) continue
    parts.push({ type: 'text', at: end, text: text.slice(end, found.index) })
    if (isScope) parts.push({ type: 'scope', name: scope })
    else parts.push({ type: 'phrase', at: found.index, sign, name: name.toLowerCase(), text: phrase ?? '' })
    end = found.index + whole.length
  }
  return [...parts, { type: 'text', at: end, text: text.slice(end) }]
}

/** Reads a typed query part by part. */
class TypedQuery {
  readonly #text: string
  readonly #clauses: QueryClause[] = []
  readonly #phrases: QueryPhrase[] = []
  readonly #leftOut: LeftOut[]
  readonly #excluded: Excluded[] = []
  #scope = EVERYWHERE
  #patterns = 0
  #afterCommand = false

  constructor(text: string, leftOut: readonly LeftOut[]) {
    this.#text = text
    this.#leftOut = [...leftOut]
  }

  parse(): ParsedQuery {
    for (const part of splitParts(this.#text)) this.#add(part)
    return {
      clauses: this.#clauses,
      phrases: this.#phrases,
      isPlain: this.#clauses.every((clause) => isPlainClause(clause)),
      isPaste: false,
      leftOut: this.#leftOut,
      excluded: this.#excluded,
      message: null,
    }
  }

  #add(part: Part): void {
    switch (part.type) {
      case 'scope':
        this.#scope = scopeOf(part.name) ?? EVERYWHERE
        return
      case 'phrase':
        this.#addPhrase(part)
        return
      case 'text':
        this.#addText(part.text, part.at)
        return
      default:
        part satisfies never
    }
  }

  #addPhrase({ text, sign, name, at }: Extract<Part, { readonly type: 'phrase' }>): void {
    const scope = (name === '' ? null : scopeOf(name)) ?? this.#scope
    const presence = sign === '-' ? 'prohibited' : 'required'
    if (text.trim() !== '') this.#phrases.push({ text, presence, ...scope })
    for (const word of toPhraseWords(text).leftOut) this.#leftOut.push({ text: word, reason: 'stop-word' })
    if (presence === 'prohibited') {
      this.#exclude(`"${text}"`, at)
      return
    }
    for (const clause of literalClauses(text, scope)) if (indexTerms(clause.term).length > 0) this.#clauses.push(clause)
  }

  /** Adds the text between phrases: whole, as Lunr reads it, or else chunk by chunk. */
  #addText(text: string, at: number): void {
    const chunks = [...text.matchAll(CHUNK)]
    const clauses = chunks.some(([chunk]) => needsCare(chunk)) ? null : parseWithLunr(text)
    if (clauses === null) for (const { 0: chunk, index } of chunks) this.#addChunk(chunk, at + index)
    else for (const clause of clauses) this.#addClause(this.#inScope(clause))
  }

  /** Adds a chunk between blanks: as Lunr reads it, unless a reader means something else by it. */
  #addChunk(chunk: string, at: number): void {
    if (SIGNS_ALONE.test(chunk)) {
      this.#leftOut.push({ text: chunk, reason: chunk.includes('*') ? 'star' : 'sign' })
      return
    }
    if (isSwitch(chunk, this.#afterCommand)) {
      this.#addLiteral(chunk.slice(1))
      return
    }
    this.#afterCommand = isCommand(chunk)
    const isExcluding = this.#addWord(this.#withoutLoneStars(chunk))
    if (isExcluding) this.#exclude(chunk.slice(1), at)
  }

  /** Adds the clauses of a chunk. Returns true if one of them excludes articles. */
  #addWord(chunk: string): boolean {
    const from = this.#clauses.length
    const [, sign = '', name = '', rest = ''] = SCOPED_CHUNK.exec(chunk) ?? []
    const scope = scopeOf(name)
    if (scope !== null && scope.section !== null) {
      const clauses = parseWithLunr(sign + escapeBackslashes(rest))
      for (const clause of clauses ?? literalClauses(rest, scope, presenceOf(sign)))
        this.#addClause({ ...clause, ...scope })
    } else {
      const clauses = parseWithLunr(escapeBackslashes(chunk))
      if (clauses === null) this.#addLiteral(chunk)
      else for (const clause of clauses) this.#addClause(this.#inScope(clause))
    }
    return this.#clauses.slice(from).some(({ presence }) => presence === 'prohibited')
  }

  /** A chunk without its lone star, which would stand for every word: `create-page-*`. */
  #withoutLoneStars(chunk: string): string {
    const sign = SIGNED.test(chunk) ? chunk.charAt(0) : ''
    const parts = chunk.slice(sign.length).split('-')
    if (!parts.some((part) => STARS.test(part))) return chunk
    this.#leftOut.push({ text: chunk, reason: 'star' })
    return sign + parts.filter((part) => part !== '' && !STARS.test(part)).join('-')
  }

  /** Adds a chunk as it is written, such as those that Lunr's parser rejects: `c:\windows`, `foo:bar`, `c++~`. */
  #addLiteral(chunk: string): void {
    const sign = SIGNED.test(chunk) ? chunk.charAt(0) : ''
    const clauses = literalClauses(chunk, this.#scope, presenceOf(sign))
    if (clauses.length === 0) this.#leftOut.push({ text: chunk, reason: 'sign' })
    for (const clause of clauses) this.#addClause(clause)
  }

  #addClause(clause: QueryClause): void {
    const { term, editDistance } = clause
    const text = editDistance === null ? term : `${term}~${editDistance}`
    if ((editDistance !== null || isPattern(clause)) && ++this.#patterns > MOST_PATTERNS) {
      this.#leftOut.push({ text, reason: 'many' })
      return
    }
    const allowed = editDistance === null || term.length > LONGEST_FUZZY ? null : Math.min(editDistance, MOST_EDITS)
    if (allowed !== editDistance) this.#leftOut.push({ text, reason: 'many' })
    this.#clauses.push({ ...clause, editDistance: allowed })
  }

  #exclude(text: string, at: number): void {
    this.#excluded.push({ text, instead: this.#text.slice(0, at) + this.#text.slice(at + 1) })
  }

  /** Sets where a clause of Lunr's looks: in its own field, and then it is required; else in the section of `in:`. */
  #inScope(clause: QueryClause): QueryClause {
    if (clause.fields.length === ALL_FIELDS.length) return { ...clause, ...this.#scope }
    return clause.presence === 'optional' ? { ...clause, presence: 'required' } : clause
  }
}

const CHUNK = /\S+/g
/** `cause:driver`, `+cause:driver`. */
const SCOPED_CHUNK = /^([+-]?)([a-z-]+):(.+)$/i
/** A sign before a word: `+word`, but not `--word`. */
const SIGNED = /^[+-][^+-]/
/** Operators and wildcards without a word: `+`, `-`, `*`, `?`. */
const SIGNS_ALONE = /^[+~^:"*?-]+$/
/** Stars alone between hyphens, as in `create-page-*`. */
const STARS = /^\*+$/

/** True for a chunk that Lunr's parser may read differently from what the reader means. */
function needsCare(chunk: string): boolean {
  return OF_CARE.test(chunk) || SIGNS_ALONE.test(chunk) || SCOPED_CHUNK.test(chunk)
}

/** A minus at the beginning, a path, a star between hyphens. */
const OF_CARE = /^-|\\|^\+?\*+-|-\*/

/** A `\` of a path, to be escaped so that Lunr's parser keeps it. Escapes of operators, such as `\:`, stay. */
const PATH_BACKSLASH = /\\(?![:~^+*-])/g

function escapeBackslashes(chunk: string): string {
  return chunk.replace(PATH_BACKSLASH, '\\\\')
}

/** The clauses of a text as Lunr reads them; null if Lunr rejects it. */
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

/** Lunr's presences, by the numbers of `lunr.Query.presence`. */
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
