/**
 * The fragment of an address that leads to a passage of an article. Pure.
 *
 *     #symptoms:~:text=Register%20LDAP,of%20time     a text fragment, which the browser finds and marks by itself
 *     #passage=Register%20LDAP,of%20time             the same for the page's script, if the content comes later
 *
 * The passage has the same grammar in both:
 *
 *     passage   start [ "," end ]        words of one line of the page, percent-encoded
 */
import type { Passage } from '../../search/passage/find-passage.js'
import type { PageSection } from './page-sections.js'

/** A line of a page by its first and last words; `end` is null if `start` is the whole line. */
export interface PassageText {
  readonly start: string
  readonly end: string | null
}

/** Enough words to tell a line from others. Browsers take the first text that has them. */
const MOST_WORDS = 6
/** The prefix of a passage for the page's script. */
const SCRIPT_PREFIX = '#passage='
/** The prefix of a text fragment. A browser that knows text fragments hides them from scripts. */
const BROWSER_PREFIX = ':~:text='

/** The longest line of a passage, since a passage may span several paragraphs; null if it has no words. */
export function toPassageText(section: PageSection, { start, end }: Passage): PassageText | null {
  const lines = section.text.slice(start, end).split('\n')
  const longest = lines.reduce((best, line) => (line.length > best.length ? line : best), '').trim()
  const run = longest.split(WIDE_SPACE).reduce((best, part) => (part.length > best.length ? part : best), '')
  const words = run.split(' ').filter((word) => word !== '')
  if (words.length === 0) return null
  if (words.length <= 2 * MOST_WORDS) return { start: words.join(' '), end: null }
  return { start: words.slice(0, MOST_WORDS).join(' '), end: words.slice(-MOST_WORDS).join(' ') }
}

/** A gap between columns in code. Browsers differ in how they read it. */
const WIDE_SPACE = /\s{2,}|\t/

/** The fragment for a browser that knows text fragments. If it does not find the text, it goes to the section. */
export function toBrowserFragment(text: PassageText, sectionId: string | null): string {
  return `#${sectionId ?? ''}${BROWSER_PREFIX}${encodePassage(text)}`
}

/** The fragment for the page's script. */
export function toScriptFragment(text: PassageText): string {
  return SCRIPT_PREFIX + encodePassage(text)
}

/**
 * The passage in `location.hash` for the script, or null. It may be a text fragment, if the browser does not know
 * these.
 */
export function parseFragment(hash: string): PassageText | null {
  const [, ownPassage] = hash.startsWith(SCRIPT_PREFIX) ? hash.split(SCRIPT_PREFIX) : hash.split(BROWSER_PREFIX)
  if (ownPassage === undefined) return null
  const [start = '', end = null] = ownPassage.split(',').map(decode)
  return start === '' ? null : { start, end }
}

function encodePassage({ start, end }: PassageText): string {
  return [start, ...(end === null ? [] : [end])].map(encode).join(',')
}

/** Percent-encodes words. A hyphen too, since it has a meaning in text fragments. */
function encode(words: string): string {
  return encodeURIComponent(words).replaceAll('-', '%2D')
}

function decode(words: string): string {
  try {
    return decodeURIComponent(words)
  } catch {
    return words
  }
}
