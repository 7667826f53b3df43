/**
 * Splits names and phrases into words, and finds the longest phrases at a position in a line. Knows nothing of their
 * meaning.
 *
 *     'Microsoft C/C++ Compiler (CL.EXE), included with:'  ->  microsoft c/c++ compiler cl.exe included with
 */

/** Matches the signs between words: `Server, version 5.5`, `Compiler (CL.EXE)`. */
const BETWEEN_WORDS = /[\s,;:()[\]"“”®™]+/u
/** Matches a name that is joined to the word before it: `Microsoft.NET`, `Visual C++.NET`. */
const GLUED_NET = /\.net(?![a-z])/gi
/** Match signs at a word: a quote before a year (`'95`), a star beside a word (`Edition*`), a full stop after one. */
const SIGNS_BEFORE = /^['*]{1,3}/
const SIGNS_AFTER = /[.*]{1,3}$/
const CURLY_QUOTE = /’/g

/** Returns the words of a text with their capitals. */
export function splitWords(text: string): string[] {
  const spaced = text.replace(CURLY_QUOTE, "'").replace(GLUED_NET, ' .NET')
  const words: string[] = []
  for (const raw of spaced.split(BETWEEN_WORDS)) {
    const word = raw.replace(SIGNS_BEFORE, '').replace(SIGNS_AFTER, '')
    if (word !== '' && word !== '-') words.push(word)
  }
  return words
}

/** Returns the words of a text in lower case. */
export function toWords(text: string): string[] {
  return splitWords(text).map((word) => word.toLowerCase())
}

/** Matches `4.0`, `3.51a`, `2.x`, `97`, `1996-97`, `6.00.8281.00`, `v1.0`, `2.0a-cd`. */
const NUMBER = /^v?\d[\d.x]{0,16}(?:[a-z]{1,3}\d?)?(?:-cd)?$|^\d{2,4}-\d{2,4}$/

/** Returns true if a word is the number of a version. */
export function isNumber(word: string): boolean {
  return NUMBER.test(word)
}

/** A phrase found in a line. */
export interface FoundPhrase<T> {
  readonly value: T
  /** Number of words in the line. */
  readonly length: number
  /** The numbers at the phrase's `#`. */
  readonly numbers: readonly string[]
}

interface Node<T> {
  readonly next: Map<string, Node<T>>
  value: T | null
}

const ANY_NUMBER = '#'

/** A trie of phrases by their words. */
export class PhraseTable<T> {
  readonly #root: Node<T> = { next: new Map(), value: null }

  /** Adds a phrase. If it exists, its first value stays. A `#` in it may be missing in the line. */
  add(phrase: string, value: T): void {
    const words = toWords(phrase)
    this.#addWords(words, value)
    const without = words.filter((word) => word !== ANY_NUMBER)
    if (without.length < words.length) this.#addWords(without, value)
  }

  #addWords(words: readonly string[], value: T): void {
    let node = this.#root
    for (const word of words) {
      const next = node.next.get(word) ?? { next: new Map(), value: null }
      node.next.set(word, next)
      node = next
    }
    node.value ??= value
  }

  /** Returns all phrases that begin at word `from`, the longest first. */
  findAll(words: readonly string[], from: number): FoundPhrase<T>[] {
    const found: FoundPhrase<T>[] = []
    const visit = (node: Node<T>, at: number, numbers: readonly string[]) => {
      if (node.value !== null) found.push({ value: node.value, length: at - from, numbers })
      const word = words[at]
      if (word === undefined) return
      const exact = node.next.get(word)
      if (exact !== undefined) visit(exact, at + 1, numbers)
      const number = node.next.get(ANY_NUMBER)
      if (number !== undefined && isNumber(word)) visit(number, at + 1, [...numbers, word])
    }
    visit(this.#root, from, [])
    return found.sort((a, b) => b.length - a.length)
  }

  /** Returns the longest phrase at word `from`, or `null`. */
  find(words: readonly string[], from: number): FoundPhrase<T> | null {
    return this.findAll(words, from)[0] ?? null
  }
}
