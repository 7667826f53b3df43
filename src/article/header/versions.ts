/**
 * The grammar of `PROD/VER` and its anomalies: which versions of the product, by platform.
 *
 *     versions = segment { ";" segment }
 *     segment  = [ platform ] ":" [ version { "," version } ]   |   version { " " version }   (the older format)
 *
 *     'WINDOWS:97; MACINTOSH:98'  ->  [{ WINDOWS, [97] }, { MACINTOSH, [98] }]
 *     '5.10   | 5.10 5.20'        ->  one group a column, platforms from the systems' columns
 *
 * Platforms keep their spelling (`winnt`, `WinNT`, `MS- DOS`). The raw text is kept beside the split one, so nothing depends on it.
 */
import type { ProblemCode } from '../problems.js'

/** The versions for one platform; `null`: the article names none. */
export interface PlatformVersions {
  platform: string | null
  versions: string[]
}

/** A list of versions, split, and what was odd about it. */
export interface VersionList {
  readonly platforms: PlatformVersions[]
  /** What is odd about the text, each at most once. */
  readonly oddities: readonly ProblemCode[]
}

/** Splits a list of versions; `systems` are the platforms of its columns, where it has columns. */
export function parseVersions(text: string, systems: readonly string[] = []): VersionList {
  const trimmed = text.trim()
  if (trimmed === '') return { platforms: [], oddities: [] }
  if (trimmed.includes('|') && !COLUMN_IN_PLATFORM.test(trimmed)) return splitColumns(trimmed, systems)
  if (!SEPARATOR.test(trimmed)) return splitBlanks(trimmed, systems)
  return splitSegments(trimmed)
}

/** `WINDOWS|MACINTOS:1.0` (Q250582): two platforms share the versions. */
const COLUMN_IN_PLATFORM = /^[^:|]*\|[^:|]*:/
const SEPARATOR = /[:;,]/

/** `5.10   | 5.10`: the n-th column belongs to the n-th system. */
function splitColumns(text: string, systems: readonly string[]): VersionList {
  const columns = text.split('|').map(splitWords)
  const oddities: ProblemCode[] = ['versions-columns']
  if (systems.length > 0 && systems.length !== columns.length) oddities.push('versions-columns-uneven')
  if (fillsOldField(text)) oddities.push('versions-cut')
  const platforms = columns.map((versions, index) => ({ platform: systems[index] ?? null, versions }))
  return { platforms, oddities }
}

/** The older format cut its field at 32 characters, at a blank or inside a version (Q37794). */
function fillsOldField(text: string): boolean {
  return text.length === 31 || text.length === 32
}

/** `5.1 6.0 6.0a`, `95`, `7.5 and later`: no platform, versions separated by blanks. */
function splitBlanks(text: string, systems: readonly string[]): VersionList {
  const platform = systems.length === 1 ? (systems[0] ?? null) : null
  if (!OLD_LIST.test(text)) return { platforms: [{ platform, versions: [text] }], oddities: [] }
  const oddities: ProblemCode[] = ['versions-blank-separated']
  if (fillsOldField(text)) oddities.push('versions-cut')
  return { platforms: [{ platform, versions: splitWords(text) }], oddities }
}

/** `3.00 4.00b 5.x`: every word begins like a version; `7.5 and later`, `4.0 SP4` are one version. */
const OLD_LIST = /^[\d.]\S*(?:\s+[\d.]\S*)+$/

function splitWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** `winnt:4.0,5.0; :3.51`. */
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
 * Segments whose `;` is missing or another sign: a word with a colon after a blank, comma or colon begins a new one.
 * `windows:97, macintosh:1.0` (Q160810), `WinNT:4.0:Win95` (Q173857).
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

/** A platform that stands without versions stands without its colon, too. */
function withColon(segment: string): string {
  return segment.includes(':') ? segment : `${segment}:`
}

/** Where a second platform begins after the first one's name, and where the versions before it end. */
function findNextPlatform(segment: string): { readonly end: number; readonly start: number } | null {
  const name = segment.search(NAME_END)
  const from = segment[name] === ':' ? name + 1 : name
  const match = RUN_ON_PLATFORM.exec(segment.slice(from))
  if (name < 0 || match === null) return null
  const end = from + match.index
  return { end, start: end + (match[1]?.length ?? 0) }
}

const NAME_END = /[,:]/
/** `, macintosh:`, ` WINDOWS NT:`, `:Win95`, ` Win95`: a separator, then a name before a colon, or one with a number. */
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

/** At commas; a segment without one may still be a list of the older format. */
function splitVersions(text: string): string[] {
  if (!text.includes(',')) return OLD_LIST.test(text) ? splitWords(text) : [text]
  return text
    .split(',')
    .map((version) => version.trim())
    .filter((version) => version !== '')
}
