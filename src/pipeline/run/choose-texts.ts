/**
 * Chooses among the texts of one number: which are the same text, which one is the article, which are revisions.
 *
 * The result does not depend on the order of the texts, nor on that of the sources.
 */
import type { Form } from '../../article/form-names.js'
import { compareText } from '../store/compare-text.js'
import type { SourceRecord } from '../store/source-record.js'

/** Another file with the same text: the same bytes, or the same words in another layout or form. */
export type TextCopy = Pick<SourceRecord, 'dump' | 'form' | 'name' | 'modified' | 'sha256'>

/** A text, and the other files that have it. */
export interface PlannedText extends SourceRecord {
  /** The best of the copies; a dump may hold a text thousands of times. */
  readonly copies: readonly TextCopy[]
  /** The number of copies that are not among `copies`. */
  readonly moreCopies: number
}

/** Most copies of a text that are listed; the others are counted. */
const MOST_COPIES = 100

/** Returns the different texts among `records`, which must have one number: the article first, then its revisions. */
export function chooseTexts(records: readonly SourceRecord[]): PlannedText[] {
  const texts = new Map<string, SourceRecord[]>()
  for (const record of [...records].sort(compareForChoice)) {
    const key = record.wording?.hash ?? record.sha256
    const same = texts.get(key)
    if (same === undefined) texts.set(key, [record])
    else same.push(record)
  }
  return [...texts.values()].flatMap(toText)
}

function toText([record, ...others]: readonly SourceRecord[]): PlannedText[] {
  if (record === undefined) return []
  const copies = others.slice(0, MOST_COPIES).map(toCopy)
  return [{ ...record, copies, moreCopies: others.length - copies.length }]
}

function toCopy({ dump, form, name, modified, sha256 }: SourceRecord): TextCopy {
  return { dump, form, name, modified, sha256 }
}

/** The rank of each form: first the one that keeps most of an article, last the one that keeps least. */
const RANKS: Readonly<Record<Form, number>> = {
  txt: 0,
  pss: 1,
  'pss-2002': 2,
  bbs: 3,
  viewer: 4,
  'web-1996': 5,
  'web-1997': 6,
  'web-2004': 7,
  'md-flags': 8,
  'md-cd': 9,
  md: 10,
  'html-pre': 11,
  html: 12,
}

/** Sorts texts of one number: the newest first, then the longest; among equals by form, then by name. */
function compareForChoice(a: SourceRecord, b: SourceRecord): number {
  return (
    compareText(b.modified ?? '', a.modified ?? '') ||
    (b.wording?.length ?? 0) - (a.wording?.length ?? 0) ||
    RANKS[a.form] - RANKS[b.form] ||
    compareText(a.name, b.name) ||
    compareText(a.dump, b.dump) ||
    compareText(a.sha256, b.sha256) ||
    a.place.offset - b.place.offset
  )
}
