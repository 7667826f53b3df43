/**
 * Recognises the parts of a query: error codes, event ids, files, API names, registry keys, articles. In a paste, also
 * its event, its stop code and its faulting module. "Paste an error" shows them.
 *
 * Only the look of a part counts; the archive need not have it.
 */
import type { Recognised } from '../types.js'
import { blankOut, findPasteParts, findStopParameters, type Span } from './paste-noise.js'

/** Kinds of parts, in the order in which they are tried. A later kind does not get what an earlier one took. */
const KINDS: readonly { readonly kind: Recognised['kind']; readonly pattern: RegExp }[] = [
  { kind: 'registry-key', pattern: /\b(?:HKEY_[A-Z_]+|HK(?:LM|CU|CR|U))(?:\\[^\s\\"'<>|,;()[\]]+)+/gi },
  { kind: 'stop-code', pattern: /(?<=\bSTOP:?[\s*]{1,4}(?:code:?\s)?)0x[\da-f]{1,8}\b/gi },
  { kind: 'stop-code', pattern: /\b[A-Z]{3,20}(?:_[A-Z]{2,20}){2,6}\b(?=\s{0,3}\*\*\*)/g },
  { kind: 'error-code', pattern: /\b0x[\da-f]{2,16}\b|&H[\da-f]{2,8}\b|\b[89a-f][\da-f]{7}\b(?<=\d[\da-f]*)/gi },
  { kind: 'event-id', pattern: /\bevent\s{0,3}(?:id|code)?\s{0,3}[:=#]?\s{0,9}\d{1,5}\b/gi },
  {
    kind: 'module',
    pattern:
      /(?<=\b(?:in |faulting )?module:? |\bhas base at [\da-f]{8} - |^\s*App: )[\w$~\\:.-]{1,64}\.(?:dll|exe|sys|ocx|drv|vxd|dbg|386)\b/gim,
  },
  {
    kind: 'file',
    pattern:
      /(?<![\w.])[\w$~-]{1,64}\.(?:dll|exe|sys|ocx|com|bat|cmd|ini|inf|drv|vxd|386|cpl|hlp|lib|dat|reg|mdb|mda|dbf|doc|xls|ppt|asp|htm|html|log|tlb|msi|vbx|cab|dot|pst|nsf|edb|ost|mst|dmp|pdr|mpd|chm|cnt|scr|tsp|wri|txt|cfg)\b/gi,
  },
  { kind: 'article', pattern: /\b(?:Q|KB)\d{5,6}\b/gi },
  { kind: 'api', pattern: /\b[A-Z][a-z\d]+(?:[A-Z][a-z\d]+){1,8}[AW]?(?:\(\))?(?![\w.\\])/g },
  { kind: 'error-code', pattern: /(?<=\b(?:error|err|code|number|stop|errno)\b[^\w\n]{0,6})-?\d{1,10}\b/gi },
]

const MOST_CHARACTERS = 16_384
const MOST_FOUND = 24

/** A query with the parts recognised in it. */
export interface RecognisedText {
  /** In the order of the text, each once. */
  readonly parts: readonly Recognised[]
  /** The text to search for, with blanks in place of parts that no article has. */
  readonly sought: string
  /** The text of an event, which articles quote word for word; null if there is none. */
  readonly message: string | null
}

/** Recognises the parts of a query. If `isPaste`, parts that only the reader's machine has are left out, too. */
export function recognise(text: string, isPaste = LINE_BREAK.test(text)): RecognisedText {
  const read = text.slice(0, MOST_CHARACTERS)
  if (!isPaste) return { parts: findParts(read, []), sought: blankOut(read, findStopParameters(read)), message: null }
  const { noise, labels, eventSource, eventId, description } = findPasteParts(read)
  const own = [
    { kind: 'event-source', span: eventSource },
    { kind: 'event-id', span: eventId },
    { kind: 'description', span: description },
  ] as const
  const known = own.flatMap(({ kind, span }) =>
    span === null || span.end <= span.start ? [] : [toPart(read, kind, span)],
  )
  const clean = blankOut(read, noise)
  const message = description === null ? null : clean.slice(description.start, description.end).trim()
  return { parts: findParts(clean, known), sought: blankOut(clean, labels), message: message === '' ? null : message }
}

const LINE_BREAK = /[\r\n]/

function toPart(text: string, kind: Recognised['kind'], { start, end }: Span): Recognised {
  return { kind, text: text.slice(start, end), start, end }
}

/** The known parts and those that the patterns find. Of known parts only a description may contain others. */
function findParts(text: string, known: readonly Recognised[]): readonly Recognised[] {
  const found = [...known]
  let rest = blankOut(
    text,
    known.filter(({ kind }) => kind !== 'description'),
  )
  for (const { kind, pattern } of KINDS) {
    const own = [...rest.matchAll(pattern)].map((match) =>
      toPart(text, kind, { start: match.index, end: match.index + match[0].length }),
    )
    for (const part of own) found.push(part)
    rest = blankOut(rest, own)
  }
  found.sort((a, b) => a.start - b.start)
  const seen = new Set<string>()
  const unique = found.filter(({ text: match }) => !seen.has(match.toLowerCase()) && seen.add(match.toLowerCase()))
  return unique.slice(0, MOST_FOUND)
}
