/** Text for a terminal: with colours if it supports them, without control characters from articles or file names. */
import type { Io } from '../command.js'

/** Control characters except the line feed, and marks of writing direction: `ESC [ 2 J`, U+009B, U+202E. */
const OBEYED = /(?!\n)[\p{Cc}\p{Bidi_Control}]/gu

/** Replaces each character that a terminal would obey with a space. */
export function toTerminalText(text: string): string {
  return text.replace(OBEYED, ' ')
}

/** The same, on one line, for names and messages: a file named `a LF kb: done` cannot fake a message. */
export function toTerminalLine(text: string): string {
  return toTerminalText(text).replaceAll('\n', ' ')
}

/** DEL, C1 controls and marks of writing direction, which `JSON.stringify` does not escape. */
const OBEYED_IN_JSON = /[\u007f-\u009f\p{Bidi_Control}]/gu

/** A value as one line of JSON, with all characters escaped that a terminal would obey. */
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

/** Colours for a terminal; none if output goes elsewhere or `NO_COLOR` is set (no-color.org). */
export function coloursOf(io: Io): Colours {
  const isColoured = io.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === ''
  const paint = (code: number) => (text: string) =>
    isColoured && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text
  return { strong: paint(1), faint: paint(2), marked: paint(33) }
}

const DEFAULT_COLUMNS = 80
const LEAST_COLUMNS = 30
/** Most columns of text: longer lines are hard to read. */
const MOST_COLUMNS = 100

/** The width of text in this terminal, in columns. */
export function columnsOf(io: Io): number {
  return Math.min(MOST_COLUMNS, Math.max(LEAST_COLUMNS, io.stdout.columns ?? DEFAULT_COLUMNS))
}
