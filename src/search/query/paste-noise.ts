/**
 * Noise: the parts of a pasted error that no article has. They are dates, users, registers, raw bytes, parameters of a
 * stop, lists of modules.
 *
 *     Event Type:  Error                          noise
 *     Event ID:    1025                           label, value
 *     Computer:    CONTOSO-01                     noise
 *     *** STOP: 0x0000001E (0xC0000005,0x80106)   the parameters are noise
 *     EAX=00000000 CS=0137 EIP=bff9d709           noise
 *     OK   Cancel                                 noise: the buttons of a message box
 *
 * Only the look of lines and labels counts. Pure; offsets are those of the given text. Time is linear.
 */

/** A part of a text: offsets of characters. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface PasteParts {
  /** Parts that only the reader's machine has. */
  readonly noise: readonly Span[]
  /** Labels whose values are kept: `Event ID:`. */
  readonly labels: readonly Span[]
  readonly eventSource: Span | null
  readonly eventId: Span | null
  /** The text of an event. */
  readonly description: Span | null
}

/** Finds the parts of a paste. */
export function findPasteParts(text: string): PasteParts {
  const event = findEvent(text)
  const lines = [...text.matchAll(LINE)].filter(([line]) => isNoiseLine(line))
  const sections = findSkippedSections(text)
  const found = NOISE.flatMap((pattern) => [...text.matchAll(pattern)])
  return { ...event, noise: [...event.noise, ...sections, ...[...lines, ...found].map(toSpan)] }
}

/** The parameters of a stop. People type them too: `STOP 0x0000001E (0xC0000005, 0x80106FC0)`. */
export function findStopParameters(text: string): readonly Span[] {
  return [...text.matchAll(STOP_PARAMETERS)].map(toSpan)
}

/** Replaces the spans with blanks. Offsets and line ends stay. */
export function blankOut(text: string, spans: readonly Span[]): string {
  let blanked = ''
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (end <= blanked.length) continue
    const from = Math.max(start, blanked.length)
    blanked += text.slice(blanked.length, from) + text.slice(from, end).replace(NOT_LINE_END, ' ')
  }
  return blanked + text.slice(blanked.length)
}

const NOT_LINE_END = /[^\r\n]/g

function toSpan(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length }
}

const LINE = /[^\r\n]+/g

/** The parameters after the code of a stop: `(0xC0000005,0x80106FC0,0x8025EA21,0xFD829DE0)`. */
const STOP_PARAMETERS = /(?<=\bstop:?[\s*]{1,4}(?:0x)?[\da-f]{1,8}\s{0,3})\([^()\r\n]{0,200}\)/gi

/** Parameters, dates, times, addresses, process numbers. */
const NOISE = [
  STOP_PARAMETERS,
  /(?<![\w./-])(?:\d{1,4}[/-]\d{1,2}[/-]\d{2,4}|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d)(?![\w/-])(?: {0,2}@)?/g,
  /(?<![\w:.])\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?: ?[ap]m)?(?![\w:])/gi,
  /\b(?:at|address)\s(?:[\da-f]{4}:)?(?:0x)?[\da-f]{8}\b/gi,
  /\b[\da-f]{4}:[\da-f]{8}\b/gi,
  /\bhas base at [\da-f]{8}/gi,
  /\(pid=\d{1,10}\)/gi,
]

/** The headings of dumps. Lines of numbers follow them. */
const DUMP_HEAD =
  /^\s*(?:registers|stack dump|raw stack dump|bytes at cs:eip|stack back trace|dll base\s+datestmp|address\s+dword dump|frameptr\s+returnad|cpuid:|p\d-\d{4}|data:|bytes:|words:)/i

const BUTTONS = new Set(
  "ok cancel retry abort ignore yes no close help details details>> debug send don't continue".split(' '),
)

function isNoiseLine(line: string): boolean {
  if (DUMP_HEAD.test(line)) return true
  const words = line.trim().split(BLANKS, MOST_WORDS)
  if (words.length <= BUTTONS_IN_LINE && words.every(isButton)) return true
  const numbers = words.filter(isDumpWord)
  return numbers.length >= 2 && 2 * numbers.length >= words.length && (numbers.length > 3 || numbers.some(isLong))
}

const BLANKS = /\s+/
const MOST_WORDS = 100
const BUTTONS_IN_LINE = 6

function isButton(word: string): boolean {
  return BUTTONS.has(word.replace(/^[[(&<]{1,3}|[\])>]{1,3}$/g, '').toLowerCase())
}

/** A word of a dump: `80100000`, `0000:`, `0137:bff9d709`, `EAX=00000000`, `3f`. */
const DUMP_WORD =
  /^(?:[a-z]{2,8}=(?:0x)?[\da-f]{1,8}|(?:0x)?[\da-f]{8}|[\da-f]{4}:?|[\da-f]{4}:[\da-f]{4,8}|[\da-f]{2})[-:]?$/i

function isDumpWord(word: string): boolean {
  return DUMP_WORD.test(word.replace(/^[([]{1,3}|[)\],]{1,3}$/g, ''))
}

function isLong(word: string): boolean {
  return word.length >= 8
}

/** The heading of a section in Dr. Watson's log: `*----> Module List <----*`. */
const SECTION = /^\*-{2,6}> {0,3}([^<\r\n]{1,60}?) {0,3}<-{2,6}\*/gm
/** Sections about the machine as a whole. */
const SKIPPED_SECTION = /^(?:system information|task list|module list|raw stack dump|stack back trace)/i

/** The sections of Dr. Watson's log that say nothing of the error, and the headings of all others. */
function findSkippedSections(text: string): readonly Span[] {
  const heads = [...text.matchAll(SECTION)]
  return heads.map((head, i) => {
    const isSkipped = SKIPPED_SECTION.test(head[1] ?? '')
    const end = isSkipped ? (heads[i + 1]?.index ?? text.length) : head.index + head[0].length
    return { start: head.index, end }
  })
}

/** The label of an event's field, at the beginning of a line or after another field. */
const LABEL =
  /(?<=^|[\r\n\t ])(?:event )?(type|source|category|id|date|time|user|computer|level|keywords|opcode|task category|log name|description|data)[ \t]{0,9}:[ \t]{0,9}/gi
/** Fields with values that articles have too. */
const KEPT = new Set(['source', 'id', 'description'])
const NO_EVENT: PasteParts = { noise: [], labels: [], eventSource: null, eventId: null, description: null }

interface Field extends Span {
  readonly name: string
  readonly value: Span
}

/** The fields of an event, if a text has at least its id and one more. */
function findEvent(text: string): PasteParts {
  const fields = findFields(text)
  const fieldOf = (name: string) => fields.find((field) => field.name === name)?.value ?? null
  const id = fieldOf('id')
  if (id === null || fields.length < 2) return NO_EVENT
  return {
    noise: fields.filter(({ name }) => !KEPT.has(name)).map(({ start, value }) => ({ start, end: value.end })),
    labels: fields.filter(({ name }) => KEPT.has(name)).map(({ start, value }) => ({ start, end: value.start })),
    eventSource: fieldOf('source'),
    eventId: id,
    description: fieldOf('description'),
  }
}

function findFields(text: string): readonly Field[] {
  const found = [...text.matchAll(LABEL)]
  const description = found.findIndex(([, name = '']) => name.toLowerCase() === 'description')
  // A description may have labels of its own; only `Data:` comes after it.
  const isOwn = (match: RegExpExecArray, i: number) =>
    description < 0 || i <= description || (match[1]?.toLowerCase() === 'data' && isLineStart(text, match.index))
  const labels = found.filter(isOwn)
  return labels.map((label, i) => {
    const name = (label[1] ?? '').toLowerCase()
    const start = label.index + label[0].length
    const next = labels[i + 1]?.index ?? text.length
    const rest = text.slice(start, next)
    const length = name === 'description' || name === 'data' ? rest.length : (VALUE.exec(rest)?.[0].length ?? 0)
    return { name, start: label.index, end: start + length, value: trimSpan(text, start, start + length) }
  })
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text.charAt(at - 1) === '\n'
}

/** A value ends with its line, or with a sentence. */
const VALUE = /^(?:[^\r\n.,;]|[.,](?=\S))*/

function trimSpan(text: string, start: number, end: number): Span {
  const value = text.slice(start, end)
  const from = start + value.length - value.trimStart().length
  return { start: from, end: Math.max(from, start + value.trimEnd().length) }
}
