/**
 * Text on a terminal: colours where there is one, and nothing from an article that a terminal would obey.
 */
import type { Io } from '../command.js'

/** Control characters but the line feed, and the marks that turn the direction of writing: `ESC [ 2 J`, U+009B, U+202E. */
const OBEYED = /(?!\n)[\p{Cc}\p{Bidi_Control}]/gu

/** A text with a blank for each character that a terminal obeys rather than shows. */
export function toTerminalText(text: string): string {
  return text.replace(OBEYED, ' ')
}

/** The same on one line, for names and messages: a file called `a LF kb: done` says nothing of its own. */
export function toTerminalLine(text: string): string {
  return toTerminalText(text).replaceAll('\n', ' ')
}

/** DEL, C1 controls, and marks of direction, which `JSON.stringify` leaves as they are. */
const OBEYED_IN_JSON = /[\u007f-\u009f\p{Bidi_Control}]/gu

/** A value as JSON on one line, the same value when read, without a character that a terminal obeys. */
export function toTerminalJson(value: unknown): string {
  return JSON.stringify(value).replace(
    OBEYED_IN_JSON,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

export interface Colours {
  strong(text: string): string
  faint(text: string): string
  marked(text: string): string
}

/** Colours for a terminal; nothing where output goes elsewhere, or where `NO_COLOR` is set (no-color.org). */
export function coloursOf(io: Io): Colours {
  const isColoured = io.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === ''
  const paint = (code: number) => (text: string) =>
    isColoured && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text
  return { strong: paint(1), faint: paint(2), marked: paint(33) }
}

const DEFAULT_COLUMNS = 80
const LEAST_COLUMNS = 30
/** Longer lines are hard to read. */
const MOST_COLUMNS = 100

/** How wide text may be. */
export function columnsOf(io: Io): number {
  return Math.min(MOST_COLUMNS, Math.max(LEAST_COLUMNS, io.stdout.columns ?? DEFAULT_COLUMNS))
}
