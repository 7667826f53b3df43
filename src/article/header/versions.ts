/**
 * Parses the versions of a product by platform (`PROD/VER`), including lists that break the grammar.
 *
 *     versions = segment { ";" segment }
 *     segment  = [ platform ] ":" [ version { "," version } ]   |   version { " " version }   (the older format)
 *
 *     'WINDOWS:97; MACINTOSH:98'  ->  [{ WINDOWS, [97] }, { MACINTOSH, [98] }]
 *     '5.10   | 5.10 5.20'        ->  one group per column, platforms from the systems' columns
 *
 * Platforms keep their spelling (`winnt`, `WinNT`, `MS- DOS`). The article keeps the raw text too, so no text is lost.
 */
import type { ProblemCode } from '../problems.js'

/** The versions for one platform; `null`: the article names no platform. */
export interface PlatformVersions {
  platform: string | null
  versions: string[]
}

/** A parsed list of versions, and its oddities. */
export interface VersionList {
  readonly platforms: PlatformVersions[]
  /** Problem codes, each at most once. */
  readonly oddities: readonly ProblemCode[]
}

/** Parses a list of versions. `systems`: the platforms of its columns, if it has columns. */
export function parseVersions(text: string, systems: readonly string[] = []): VersionList {
  const trimmed = text.trim()
  if (trimmed === '') return { platforms: [], oddities: [] }
  if (trimmed.includes('|') && !COLUMN_IN_PLATFORM.test(trimmed)) return splitColumns(trimmed, systems)
  if (!SEPARATOR.test(trimmed)) return splitBlanks(trimmed, systems)
  return splitSegments(trimmed)
}

/** Matches two platforms that share versions: `WINDOWS|MACINTOS:1.0` (Q250582). */
const COLUMN_IN_PLATFORM = /^[^:|]*\|[^:|]*:/
const SEPARATOR = /[:;,]/

/** Splits columns: `5.10   | 5.10`. Column n belongs to system n. */
function splitColumns(text: string, systems: readonly string[]): VersionList {
  const columns = text.split('|').map(splitWords)
  const oddities: ProblemCode[] = ['versions-columns']
  if (systems.length > 0 && systems.length !== columns.length) oddities.push('versions-columns-uneven')
  if (fillsOldField(text)) oddities.push('versions-cut')
  const platforms = columns.map((versions, index) => ({ platform: systems[index] ?? null, versions }))
  return { platforms, oddities }
}

/**
 * Returns true if a text fills the older format's field of 32 characters. It was cut there, at a blank or inside a
 * version (Q37794).
 */
function fillsOldField(text: string): boolean {
  return text.length === 31 || text.length === 32
}

/** Splits versions separated by blanks, without a platform: `5.1 6.0 6.0a`, `95`, `7.5 and later`. */
function splitBlanks(text: string, systems: readonly string[]): VersionList {
  const platform = systems.length === 1 ? (systems[0] ?? null) : null
  if (!OLD_LIST.test(text)) return { platforms: [{ platform, versions: [text] }], oddities: [] }
  const oddities: ProblemCode[] = ['versions-blank-separated']
  if (fillsOldField(text)) oddities.push('versions-cut')
  return { platforms: [{ platform, versions: splitWords(text) }], oddities }
}

/**
 * Matches a list in which every word begins like a version: `3.00 4.00b 5.x`. `7.5 and later`, `4.0 SP4` are one
 * version.
 */
const OLD_LIST = /^[\d.]\S*(?:\s+[\d.]\S*)+$/

function splitWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** Splits segments: `winnt:4.0,5.0; :3.51`. */
function splitSegments(text: string): VersionList {
  const oddities = new Set<ProblemCode>()
  const segments = text.split(';')
  const parts: string[] = []
  for (const [index, segment] of segments.entries()) {
    if (segment.trim() !== '') for (const part of splitRunOn(segment.trim(), oddities)) parts.push(part)
    else if (index > 0 || segments.length > 1) oddities.add('versions-segment-empty')
  }
  const platforms: PlatformVersions[] = []
  for (const part of parts) {
    const platform = toPlatform(part, oddities)
    if (platform.platform !== null || platform.versions.length > 0) platforms.push(platform)
  }
  return { platforms, oddities: [...oddities] }
}

/**
 * Splits a segment in which a `;` is missing or another sign: `windows:97, macintosh:1.0` (Q160810), `WinNT:4.0:Win95`
 * (Q173857). A word with a colon, after a blank, comma or colon, begins a new segment.
 */
function splitRunOn(segment: string, oddities: Set<ProblemCode>): string[] {
  const first = segment.indexOf(':')
  if (first < 0 || !segment.includes(':', first + 1)) return [segment]
  oddities.add('versions-separator')
  const parts: string[] = []
  let rest = segment
  for (let next = findNextPlatform(rest); next !== null; next = findNextPlatform(rest)) {
    parts.push(withColon(rest.slice(0, next.end)))
    rest = rest.slice(next.start)
  }
  return [...parts, withColon(rest)]
}

/** Adds the colon that a platform without versions lacks. */
function withColon(segment: string): string {
  return segment.includes(':') ? segment : `${segment}:`
}

/** Returns where the next platform starts, and where the versions before it end; `null`: there is none. */
function findNextPlatform(segment: string): { readonly end: number; readonly start: number } | null {
  const name = segment.search(NAME_END)
  const from = segment[name] === ':' ? name + 1 : name
  const match = RUN_ON_PLATFORM.exec(segment.slice(from))
  if (name < 0 || match === null) return null
  const end = from + match.index
  return { end, start: end + (match[1]?.length ?? 0) }
}

const NAME_END = /[,:]/
/**
 * Matches a separator and a platform: a name before a colon, or one with a number. `, macintosh:`, ` WINDOWS NT:`,
 * `:Win95`, ` Win95`.
 */
const RUN_ON_PLATFORM = /([,:\s]\s{0,3})(?:[A-Za-z][A-Za-z0-9/\\-]*(?: NT)?(?=:)|[A-Za-z]+[0-9]+(?=,|$))/

function toPlatform(segment: string, oddities: Set<ProblemCode>): PlatformVersions {
  const colon = segment.indexOf(':')
  const platform = colon > 0 ? segment.slice(0, colon).trim() : null
  const text = segment.slice(colon + 1).trim()
  if (text === '') {
    if (platform !== null) oddities.add('versions-segment-empty')
    return { platform, versions: [] }
  }
  return { platform, versions: splitVersions(text) }
}

/** Splits at commas. A text without commas may be a list of the older format. */
function splitVersions(text: string): string[] {
  if (!text.includes(',')) return OLD_LIST.test(text) ? splitWords(text) : [text]
  return text
    .split(',')
    .map((version) => version.trim())
    .filter((version) => version !== '')
}
