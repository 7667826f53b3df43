/**
 * Reads lines below a header that give versions, systems and keywords without labels, on separate lines or on one.
 *
 *     > | 3.x 5.01.20 5.10 MS-DOS
 *     > | kbtool kberrmsg kbprb
 *
 *     > | 95 WINDOWS kbreadme
 *
 *     > | 3.10 1.20 | 3.50 1.20        versions in columns, each over its system
 *     > | WINDOWS   | WINDOWS NT
 */
import { splitColumns } from '../header/header.js'

type Kind = 'versions' | 'systems' | 'keywords'

/** The values of these lines. `end`: index after the last line, or the start index if there are none. */
export interface ColumnLines {
  readonly versions: string
  readonly systems: readonly string[]
  readonly keywords: readonly string[]
  /** The texts as written, under made-up labels. */
  readonly fields: ReadonlyMap<string, string>
  readonly end: number
  /** Number of the first line, 1-based. */
  readonly line: number
}

const ORDER: readonly Kind[] = ['versions', 'systems', 'keywords']
const LABELS: Readonly<Record<Kind, string>> = { versions: 'Versions', systems: 'Systems', keywords: 'Keywords' }
const VERSION = /^[\d.'][\w.()'-]*$/
const SYSTEM = /^(?:MS-?DOS|WINDOWS|WINNT|WIN95|NT|OS\/2|MACINTOSH|UNIX|XENIX)$/i
const KEYWORD = /^kb[a-z\d]/i
/** Length limit of a line, in UTF-16 code units. A longer one is prose. */
const MAX_LENGTH = 300
/** Limit of the number of lines, since keywords may wrap. */
const MAX_LINES = 8

/** Reads the lines from index `from` on. Blank lines may be before and between them. */
export function readColumnLines(lines: readonly string[], from: number): ColumnLines {
  const texts: Record<Kind, string> = { versions: '', systems: '', keywords: '' }
  let end = from
  let first = from
  let reached = 0
  let taken = 0
  for (let index = from; index < lines.length && taken < MAX_LINES; index++) {
    const text = (lines[index] ?? '').trim()
    if (text === '') continue
    const parts = splitKinds(text, reached)
    if (parts === null) break
    for (const { kind, part } of parts) {
      texts[kind] = texts[kind] === '' ? part : `${texts[kind]} ${part}`
      reached = ORDER.indexOf(kind)
    }
    if (taken === 0) first = index
    taken++
    end = index + 1
  }
  return {
    versions: texts.versions,
    systems: splitSystems(texts.systems),
    keywords: texts.keywords.split(/\s+/).filter((word) => word !== ''),
    fields: new Map(ORDER.filter((kind) => texts[kind] !== '').map((kind) => [LABELS[kind], texts[kind]])),
    end,
    line: first + 1,
  }
}

interface KindPart {
  readonly kind: Kind
  readonly part: string
}

/** Splits a line into runs of one kind, in the order of kinds from `reached` on; `null`: the line is something else. */
function splitKinds(text: string, reached: number): KindPart[] | null {
  if (text.length > MAX_LENGTH) return null
  const parts: KindPart[] = []
  let at = reached
  for (const word of text.split(/[ \t]+/)) {
    const kind = word === '|' || isEdition(word, parts.at(-1)) ? ORDER[at] : kindOf(word.replace(/[,|]$/, ''))
    const place = kind === undefined || kind === null ? -1 : ORDER.indexOf(kind)
    if (kind === undefined || kind === null || place < at) return null
    const last = parts.at(-1)
    if (last?.kind === kind) parts[parts.length - 1] = { kind, part: `${last.part} ${word}` }
    else parts.push({ kind, part: word })
    at = place
  }
  return parts
}

/** Returns true for a number that belongs to the system before it: `WINDOWS 95`. */
function isEdition(word: string, last: KindPart | undefined): boolean {
  return last?.kind === 'systems' && /^(?:95|98)$/.test(word) && /WINDOWS$/i.test(last.part)
}

/** Splits systems at bars, or else at blanks: `MS-DOS WINDOWS NT` are two. */
function splitSystems(text: string): string[] {
  if (text.includes('|')) return splitColumns(text)
  const systems: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = systems.at(-1)
    if (last !== undefined && /^(?:NT|95|98)$/i.test(word)) systems[systems.length - 1] = `${last} ${word}`
    else if (word !== '') systems.push(word)
  }
  return systems
}

function kindOf(word: string): Kind | null {
  if (SYSTEM.test(word)) return 'systems'
  if (VERSION.test(word)) return 'versions'
  return KEYWORD.test(word) ? 'keywords' : null
}
