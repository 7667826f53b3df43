/**
 * The end of an address that leads to a passage of an article, and what it says. Pure.
 *
 *     #symptoms:~:text=Register%20LDAP,of%20time     a text fragment, which the browser finds and marks by itself
 *     #passage=Register%20LDAP,of%20time             the same for the page's script, in a page whose content comes later
 *
 * grammar of both
 *
 *     passage   start [ "," end ]        words of one line of the page, percent-encoded
 */
import type { Passage } from '../../search/passage/find-passage.js'
import type { PageSection } from './page-sections.js'

/** A line of a page by its first words and its last ones; `end` is null where `start` is all of it. */
export interface PassageText {
  readonly start: string
  readonly end: string | null
}

/** Words that tell a line from others: browsers take the first place that has them. */
const MOST_WORDS = 6
/** What the page's script is told, before the passage. */
const SCRIPT_PREFIX = '#passage='
/** What begins a text fragment; a browser that knows them hides it from scripts. */
const BROWSER_PREFIX = ':~:text='

/** The longest line of a passage, which a browser can find: a passage may go over several paragraphs. */
export function toPassageText(section: PageSection, { start, end }: Passage): PassageText | null {
  const lines = section.text.slice(start, end).split('\n')
  const longest = lines.reduce((best, line) => (line.length > best.length ? line : best), '').trim()
  const run = longest.split(WIDE_SPACE).reduce((best, part) => (part.length > best.length ? part : best), '')
  const words = run.split(' ').filter((word) => word !== '')
  if (words.length === 0) return null
  if (words.length <= 2 * MOST_WORDS) return { start: words.join(' '), end: null }
  return { start: words.slice(0, MOST_WORDS).join(' '), end: words.slice(-MOST_WORDS).join(' ') }
}

/** Columns in code: browsers differ in how they read those. */
const WIDE_SPACE = /\s{2,}|\t/

/** The fragment for a browser that knows text fragments; goes to the section where it finds no such text. */
export function toBrowserFragment(text: PassageText, sectionId: string | null): string {
  return `#${sectionId ?? ''}${BROWSER_PREFIX}${encodePassage(text)}`
}

/** The fragment for the page's script. */
export function toScriptFragment(text: PassageText): string {
  return SCRIPT_PREFIX + encodePassage(text)
}

/** The passage that `location.hash` names for the script, or null. A text fragment is there where the browser does not know them. */
export function parseFragment(hash: string): PassageText | null {
  const [, ownPassage] = hash.startsWith(SCRIPT_PREFIX) ? hash.split(SCRIPT_PREFIX) : hash.split(BROWSER_PREFIX)
  if (ownPassage === undefined) return null
  const [start = '', end = null] = ownPassage.split(',').map(decode)
  return start === '' ? null : { start, end }
}

function encodePassage({ start, end }: PassageText): string {
  return [start, ...(end === null ? [] : [end])].map(encode).join(',')
}

/** A hyphen has a meaning in text fragments. */
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
