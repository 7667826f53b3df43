/**
 * Finds the passage of an article that answers a query best: one or two lines of one section, the query's words marked.
 *
 *     Symptoms: … the following message appears: [Queue] [stopped] because the tray is empty. Restart the …
 *
 * It works on plain text, so the terminal and the browser show the same passage. Pure; time is linear in the text.
 */
import { indexTerms } from '../analysis/analysis.js'
import type { QueryWord } from '../types.js'
import { markPieces, type Piece } from './mark-pieces.js'

/**
 * A section of an article as plain text, without its heading. A line feed ends a paragraph, a cell or a line of code.
 */
export interface PassageSection {
  readonly heading: string | null
  readonly text: string
}

/** A passage of an article. */
export interface Passage {
  /** The index of its section, and the heading of this section as it is shown: `Symptoms`. */
  readonly section: number
  readonly heading: string | null
  /** Offsets in the section's text, in characters. */
  readonly start: number
  readonly end: number
  /** The passage on one line, with `…` where a sentence is cut. */
  readonly pieces: readonly Piece[]
}

/** Characters that fit on two lines of a list of hits. */
export const PASSAGE_LENGTH = 240

/** Characters of an article that are read. The longest articles are lists of files, which hardly answer anything. */
const MOST_CHARACTERS = 200_000
/** Characters of a token that are read. A line of dots or dashes may be as long as an article. */
const LONGEST_TOKEN = 400
/** The worth of two words side by side in the query's order, as a share of the lighter one's weight. */
const NEIGHBOUR_WORTH = 0.6
/** The share of the free room that may be before the first word of the query. */
const LEAD_SHARE = 0.6
/** The same share if no sentence begins near enough. */
const CUT_LEAD_SHARE = 0.25

/** Finds the passage. If an article has none of the words, it is the beginning. Null if there is no text. */
export function findPassage(
  sections: readonly PassageSection[],
  words: readonly QueryWord[],
  length: number = PASSAGE_LENGTH,
): Passage | null {
  const core = findBestCore(sections, words, length) ?? firstText(sections)
  const section = core === null ? undefined : sections[core.section]
  if (core === null || section === undefined) return null
  const { start, end } = widen(section.text, core, length)
  const marks = new Set(words.flatMap(({ terms }) => terms))
  return {
    section: core.section,
    heading: toHeadingText(section.heading),
    start,
    end,
    pieces: toPieces(section.text, start, end, marks),
  }
}

const COLON = /:$/

/** `MORE INFORMATION` -> `More information`, `Response:` -> `Response`; an article's own headings stay as they are. */
function toHeadingText(heading: string | null): string | null {
  if (heading === null) return null
  const text = heading.replace(COLON, '')
  return CAPITALS.test(text) ? text.charAt(0) + text.slice(1).toLowerCase() : text
}

const CAPITALS = /^[A-Z ]{2,20}$/

/** The part of a section where words of the query are close together. */
interface Core {
  readonly section: number
  readonly start: number
  readonly end: number
}

function firstText(sections: readonly PassageSection[]): Core | null {
  const section = sections.findIndex(({ text }) => NOT_BLANK.test(text))
  const start = sections[section]?.text.search(NOT_BLANK) ?? 0
  return section < 0 ? null : { section, start, end: start }
}

const NOT_BLANK = /\S/

/** A word of the query in a text. `leadsOn`: the query's next word comes right after it. */
interface Occurrence {
  readonly start: number
  readonly end: number
  readonly word: number
  leadsOn: boolean
}

function findBestCore(sections: readonly PassageSection[], words: readonly QueryWord[], length: number): Core | null {
  const finder = new OccurrenceFinder(words)
  let best: (Core & { readonly score: number }) | null = null
  let read = 0
  for (const [section, { text }] of sections.entries()) {
    const occurrences = finder.find(text.slice(0, MOST_CHARACTERS - read))
    read += Math.min(text.length, MOST_CHARACTERS - read)
    const window = new CoreWindow(words, occurrences)
    for (let last = 0; last < occurrences.length; last++) {
      window.add(last, length)
      const { score, start, end } = window
      const isBetter = best === null || score > best.score + SAME_SCORE
      const isDenser = best !== null && score > best.score - SAME_SCORE && end - start < best.end - best.start
      if (isBetter || isDenser) best = { section, start, end, score }
    }
  }
  return best
}

/** A smaller difference is due to rounding: the same weights were added up in another order. */
const SAME_SCORE = 1e-9

/** Finds the words of a query in a text. It remembers the tokens it has seen, since stemming is most of the work. */
class OccurrenceFinder {
  readonly #wordsOf = new Map<string, number[]>()
  readonly #known = new Map<string, readonly number[] | null>()

  constructor(words: readonly QueryWord[]) {
    for (const [word, { terms }] of words.entries()) {
      for (const term of terms) {
        const own = this.#wordsOf.get(term)
        if (own === undefined) this.#wordsOf.set(term, [word])
        else own.push(word)
      }
    }
  }

  find(text: string): readonly Occurrence[] {
    const occurrences: Occurrence[] = []
    let before: readonly Occurrence[] = []
    for (const token of text.matchAll(TOKEN)) {
      const words = this.#lookUp(token[0])
      if (words === null) continue
      const here = words.map((word) => ({
        start: token.index,
        end: token.index + token[0].length,
        word,
        leadsOn: false,
      }))
      for (const one of before) one.leadsOn = here.some(({ word }) => word === one.word + 1)
      for (const one of here) occurrences.push(one)
      before = here
    }
    return occurrences
  }

  /** The words that a token has; null for a stop word, which does not separate neighbours. */
  #lookUp(token: string): readonly number[] | null {
    const known = this.#known.get(token)
    if (known !== undefined) return known
    const terms = indexTerms(token.slice(0, LONGEST_TOKEN).toLowerCase())
    const words = terms.length === 0 ? null : [...new Set(terms.flatMap((term) => this.#wordsOf.get(term) ?? []))]
    this.#known.set(token, words)
    return words
  }
}

/** A token as in the index, between white space and hyphens. */
const TOKEN = /[^\s-]+/g

/**
 * Consecutive occurrences that fit into a passage, and their worth. Each word and each pair of neighbours counts once.
 */
class CoreWindow {
  readonly #words: readonly QueryWord[]
  readonly #occurrences: readonly Occurrence[]
  readonly #wordCounts: Uint32Array
  readonly #pairCounts: Uint32Array
  #first = 0
  score = 0
  end = 0

  constructor(words: readonly QueryWord[], occurrences: readonly Occurrence[]) {
    this.#words = words
    this.#occurrences = occurrences
    this.#wordCounts = new Uint32Array(words.length)
    this.#pairCounts = new Uint32Array(words.length)
  }

  get start(): number {
    return this.#occurrences[this.#first]?.start ?? 0
  }

  /** Adds the next occurrence. Drops the first ones if they are too far away, or add nothing to the worth. */
  add(last: number, length: number): void {
    const added = this.#occurrences[last]
    if (added === undefined) return
    this.end = added.end
    this.#count(added, 1)
    for (let first = this.#occurrences[this.#first]; first !== undefined && this.#first < last; ) {
      if (added.end - first.start <= length && !this.#isRepeated(first)) return
      this.#count(first, -1)
      first = this.#occurrences[++this.#first]
    }
  }

  #isRepeated({ word, leadsOn }: Occurrence): boolean {
    return (this.#wordCounts[word] ?? 0) > 1 && (!leadsOn || (this.#pairCounts[word] ?? 0) > 1)
  }

  #count({ word, leadsOn }: Occurrence, step: 1 | -1): void {
    const weight = this.#words[word]?.weight ?? 0
    const nextWeight = this.#words[word + 1]?.weight ?? 0
    this.#change(this.#wordCounts, word, step, weight)
    if (leadsOn) this.#change(this.#pairCounts, word, step, NEIGHBOUR_WORTH * Math.min(weight, nextWeight))
  }

  /** Changes the score when the first of a kind comes or the last one goes. */
  #change(counts: Uint32Array, at: number, step: 1 | -1, worth: number): void {
    const before = counts[at] ?? 0
    counts[at] = before + step
    if (before === 0) this.score += worth
    else if (before + step === 0) this.score -= worth
  }
}

/** Widens a core: to the section or to whole sentences if they fit, else to whole words. */
function widen(text: string, core: Core, length: number): { readonly start: number; readonly end: number } {
  const whole = { start: text.length - text.trimStart().length, end: text.trimEnd().length }
  if (whole.end - whole.start <= length) return whole
  const coreEnd = Math.min(core.end, core.start + length)
  const start = widenLeft(text, core.start, length - (coreEnd - core.start))
  return { start, end: widenRight(text, coreEnd, start + length) }
}

/** The beginning of the sentence, or of a word not too far before. */
function widenLeft(text: string, from: number, room: number): number {
  const least = Math.max(0, from - Math.floor(room * LEAD_SHARE))
  for (let at = from; at >= least; at--) if (isSentenceStart(text, at)) return at
  const near = Math.max(0, from - Math.floor(room * CUT_LEAD_SHARE))
  for (let at = near; at < from; at++) if (isWordStart(text, at)) return at
  return from
}

/** The end of the last sentence that fits, unless it is much shorter than the room; else the end of the last word. */
function widenRight(text: string, from: number, most: number): number {
  if (text.length <= most) return text.trimEnd().length
  const least = from + Math.floor((most - from) / 2)
  for (let at = most; at > least; at--) if (isSentenceStart(text, at)) return text.slice(0, at).trimEnd().length
  for (let at = most; at > from; at--) if (isWordEnd(text, at)) return at
  return isSplitPair(text, most) ? most - 1 : most
}

function isSentenceStart(text: string, at: number): boolean {
  if (!isWordStart(text, at)) return false
  let before = at - 1
  while (before >= 0 && BLANK.test(text.charAt(before))) before -= text.charAt(before) === '\n' ? at : 1
  return before < 0 || SENTENCE_END.test(text.charAt(before))
}

const BLANK = /\s/
const SENTENCE_END = /[.!?:]/

function isWordStart(text: string, at: number): boolean {
  return at < text.length && !BLANK.test(text.charAt(at)) && (at === 0 || BLANK.test(text.charAt(at - 1)))
}

function isWordEnd(text: string, at: number): boolean {
  return BLANK.test(text.charAt(at)) && !BLANK.test(text.charAt(at - 1))
}

/** True if a cut here halves a character of two UTF-16 units. */
function isSplitPair(text: string, at: number): boolean {
  return FIRST_HALF.test(text.charAt(at - 1))
}

const FIRST_HALF = /[\ud800-\udbff]/

const BLANKS = /\s+/g

function toPieces(text: string, start: number, end: number, marks: ReadonlySet<string>): readonly Piece[] {
  const shown = markPieces(text.slice(start, end).replace(BLANKS, ' '), marks)
  const isCutBefore = start > 0 && !isSentenceStart(text, start)
  const isCutAfter =
    !SENTENCE_END.test(text.charAt(end - 1)) && NOT_BLANK.test(text.slice(end, end + 1000).split('\n')[0] ?? '')
  return [...(isCutBefore ? [ELLIPSIS_BEFORE] : []), ...shown, ...(isCutAfter ? [ELLIPSIS_AFTER] : [])]
}

const ELLIPSIS_BEFORE: Piece = { text: '… ', marked: false }
const ELLIPSIS_AFTER: Piece = { text: ' …', marked: false }
