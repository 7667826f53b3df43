/**
 * The cache of indexing: every raw token is analysed once, and every term has a number. Results never depend on what it
 * holds.
 *
 * Most tokens of an archive are repeats, so looking tokens up is the main cost of indexing. Therefore this is a hash
 * table over the characters of a text, with its entries in one typed array. A look-up makes no string and touches two
 * places in memory, which is much faster than a `Map`.
 *
 *     entry   token-length  item-count  item*  pair*
 *     item    4 * code + 0                 a stop word, by its code
 *           | 4 * term + 1                 a term, by its number, that opens a place
 *           | 4 * term + 2                 a term at the same place as the one before
 *     pair    first + 65536 * second       two UTF-16 units of the token; the second may be missing (0)
 */
import { isSeparator, toParts } from '../analysis/analysis.js'
import { RunBook, STOP_CODES } from '../analysis/stop-words.js'
import { withRoom } from '../arrays/grow.js'
import { addToHash, HashSlots, NO_HASH } from './hash-slots.js'
import { TermNumbers } from './term-numbers.js'

/** Receives the words of a text in order. */
export interface TermSink {
  addStopWord(code: number): void
  /** `opensPlace`: if false, the term is at the same place as the one before. */
  addTerm(term: number, opensPlace: boolean): void
}

/** The kind of an item, in its two lowest bits. */
const STOP = 0
const OPENS_PLACE = 1
const SAME_PLACE = 2
const KIND_BITS = 2
const KIND = (1 << KIND_BITS) - 1

/** Tokens after which everything is dropped. Only an archive of millions of articles has so many. */
const MOST_TOKENS = 3_000_000
const HEAD = 2
const FIRST_ENTRIES = 1 << 18

export class TokenTable {
  /** From the hash of a token to the index of its entry. */
  #slots = new HashSlots()
  #entries = new Uint32Array(FIRST_ENTRIES)
  #entriesEnd = 1
  terms = new TermNumbers()
  /** The numbers of the runs of stop words. */
  book = new RunBook()

  /** Passes the words of a text in lower case to `sink`, raw token by raw token. */
  scan(text: string, sink: TermSink): void {
    let start = -1
    let hash = NO_HASH
    for (let at = 0; at <= text.length; at++) {
      const code = at < text.length ? text.charCodeAt(at) : 32
      if (!isSeparator(code)) {
        if (start < 0) {
          start = at
          hash = NO_HASH
        }
        hash = addToHash(hash, code)
      } else if (start >= 0) {
        this.#give(this.#lookUp(text, start, at, hash >>> 0), sink)
        start = -1
      }
    }
  }

  /** Empties the table if it is full. All numbers given out become invalid: call this between buckets only. */
  trim(): void {
    if (this.#slots.count <= MOST_TOKENS) return
    this.#slots = new HashSlots()
    this.#entries = new Uint32Array(FIRST_ENTRIES)
    this.#entriesEnd = 1
    this.terms = new TermNumbers()
    this.book = new RunBook()
  }

  #give(entry: number, sink: TermSink): void {
    const entries = this.#entries
    const end = entry + HEAD + (entries[entry + 1] ?? 0)
    for (let at = entry + HEAD; at < end; at++) {
      const item = entries[at] ?? 0
      const kind = item & KIND
      if (kind === STOP) sink.addStopWord(item >>> KIND_BITS)
      else sink.addTerm(item >>> KIND_BITS, kind === OPENS_PLACE)
    }
  }

  #lookUp(text: string, start: number, end: number, hash: number): number {
    const slots = this.#slots
    let slot = slots.first(hash)
    for (let entry = slots.valueAt(slot); entry !== 0; entry = slots.valueAt(slot)) {
      if (slots.hashAt(slot) === hash && this.#isToken(entry, text, start, end)) return entry
      slot = slots.next(slot)
    }
    const entry = this.#addEntry(detach(text.slice(start, end)))
    slots.take(slot, hash, entry)
    return entry
  }

  #isToken(entry: number, text: string, start: number, end: number): boolean {
    const entries = this.#entries
    if (entries[entry] !== end - start) return false
    let characters = entry + HEAD + (entries[entry + 1] ?? 0)
    for (let at = start; at < end; at += 2) if (entries[characters++] !== pairAt(text, at, end)) return false
    return true
  }

  #addEntry(token: string): number {
    const items = this.#analyse(token)
    const entry = this.#entriesEnd
    let end = entry + HEAD + items.length
    this.#entries = withRoom(this.#entries, end + Math.ceil(token.length / 2))
    this.#entries[entry] = token.length
    this.#entries[entry + 1] = items.length
    this.#entries.set(items, entry + HEAD)
    for (let at = 0; at < token.length; at += 2) this.#entries[end++] = pairAt(token, at, token.length)
    this.#entriesEnd = end
    return entry
  }

  #analyse(token: string): readonly number[] {
    const items: number[] = []
    for (const part of toParts(token)) {
      if (part.type === 'stop') items.push(((STOP_CODES.get(part.word) ?? 0) << KIND_BITS) | STOP)
      else
        for (const [i, term] of part.terms.entries())
          items.push((this.terms.numberOf(term) << KIND_BITS) | (i === 0 ? OPENS_PLACE : SAME_PLACE))
    }
    return items
  }
}

/**
 * Copies a part of a text. Otherwise V8 would keep the whole text in memory, for the part and for terms cut from it.
 */
function detach(part: string): string {
  return ` ${part}`.slice(1)
}

/** Two UTF-16 units of a text, which ends before `end`, as one number. */
function pairAt(text: string, at: number, end: number): number {
  const second = at + 1 < end ? text.charCodeAt(at + 1) : 0
  return ((second << 16) | text.charCodeAt(at)) >>> 0
}
