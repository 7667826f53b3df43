/**
 * Finds the end of a listing. It continues over blank lines and over plain lines between code, up to prose, a table or
 * a step.
 *
 *     > |    Dim x As Clock          the first chunk
 *       |
 *     > |    Forever                 bridges: plain, but code follows
 *       |
 *     > |    End Sub                 joins
 *       |
 *     > |    This sets the clock.    ends
 */
import { startsWithReference } from '../inline/references.js'
import { type Chunk, chunkBelow, contentAt, lineAt, type Region, SET_OFF } from './block.js'
import { chunkKind, isFoxPro, isSentence, startsWithTerm } from './evidence/chunk-evidence.js'
import { isPrompt } from './evidence/line-evidence.js'
import { markerAt } from './evidence/list-marker.js'
import { startsTable } from './interruption.js'
import { noteLabel } from './note.js'
import { isSeparator } from './separator.js'

/** A listing after its first chunk has been read. */
export interface Listing {
  readonly kind: 'code' | 'columns'
  readonly first: Chunk
}

/** Returns the index after the last line of a listing. A chunk belongs to it if it joins, or if a later chunk does. */
export function endOfListing(listing: Listing, region: Region): number {
  let end = listing.first.to
  let isOpen = opensComment(listing.first, region, false)
  for (let next = chunkBelow(end, region); next !== null; next = chunkBelow(next.to, region)) {
    const verdict = isOpen && closesComment(next.from, region) ? 'joins' : judge(next, listing, region)
    if (verdict === 'ends') break
    if (verdict === 'joins') end = next.to
    isOpen = opensComment(next, region, isOpen)
  }
  return end
}

/** Returns the relation of a chunk to a listing above it. `bridges`: it joins if a later chunk does. */
function judge(next: Chunk, listing: Listing, region: Region): 'joins' | 'bridges' | 'ends' {
  const { kind, first } = listing
  const isSetOff = next.indent >= region.column + SET_OFF
  if (next.indent < region.column) return 'ends'
  const content = contentAt(region, next.from)
  if (isSeparator(content) || startsWithReference(content) || noteLabel(content) !== null) return 'ends'
  if (startsTable(next, region)) return 'ends'
  if (isSetOff && next.indent >= first.indent && isPrompt(contentAt(region, first.from))) return 'joins'
  if (!isSetOff && opensItem(next.from, region)) return 'ends'
  const nextKind = chunkKind(next, region)
  if (nextKind === kind) return 'joins'
  if (first.indent >= region.column + SET_OFF && !isSetOff) return 'ends'
  if (nextKind === 'code') return startsWithTerm(first, region) && next.indent <= first.indent ? 'ends' : 'joins'
  if (nextKind === 'columns') return startsWithTerm(next, region) && next.indent <= first.indent ? 'ends' : 'joins'
  if (nextKind === 'prose' && isSentence(next, region)) return 'ends'
  if (isSetOff && next.indent >= first.indent) return nextKind === 'plain' ? 'joins' : 'bridges'
  if (nextKind === 'prose' || isSentence(next, region) || opensItem(next.from, region)) return 'ends'
  return kind === 'code' && isBare(next, region) ? 'joins' : 'bridges'
}

/** Returns true for a line that begins like a list item, except a FoxPro comment (Q221671). */
function opensItem(at: number, region: Region): boolean {
  const marker = markerAt(lineAt(region.lines, at))
  return marker !== null && !(marker.text === '*' && isFoxPro(region.body))
}

/** Returns true for lines of a word or two: `TestEXE`, `END`, `Form1 Show`. */
function isBare(chunk: Chunk, region: Region): boolean {
  for (let at = chunk.from; at < chunk.to; at++) if (!/^\S+(?: \S+)?$/.test(contentAt(region, at))) return false
  return true
}

/** Returns true if a C comment is open at the end of a chunk. */
function opensComment(chunk: Chunk, region: Region, wasOpen: boolean): boolean {
  let isOpen = wasOpen
  for (let at = chunk.from; at < chunk.to; at++) {
    const { text } = lineAt(region.lines, at)
    const opens = text.lastIndexOf('/*')
    const closes = text.lastIndexOf('*/')
    if (opens !== closes) isOpen = opens > closes
  }
  return isOpen
}

/** Length limit of a C comment, in lines. */
const MAX_COMMENT_LINES = 120

/**
 * Returns true if a comment that is open at line `at` is closed below. Otherwise `/*` was something else, such as a
 * path.
 */
function closesComment(at: number, region: Region): boolean {
  const last = Math.min(region.end, at + MAX_COMMENT_LINES)
  for (let below = at; below < last; below++) if (lineAt(region.lines, below).text.includes('*/')) return true
  return false
}
