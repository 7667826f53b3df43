/**
 * The header of an article as every form's reader gives it: the same fields, whatever their labels are.
 */
import type { Form } from '../form-names.js'
import type { Range } from '../frame/part.js'
import type { Line } from '../text/lines.js'

/** What every form says about an article before its text. */
export interface Header {
  /** 0 where the text gives none. */
  readonly number: number
  readonly title: string
  readonly product: { readonly code: string | null; readonly name: string }
  readonly modified: string
  readonly versions: string
  readonly systems: readonly string[]
  readonly keywords: readonly string[]
  /** The raw values by the labels of the form: a repeated label has a line for each, the label `''` the lines without a label. */
  readonly fields: Readonly<Record<string, string>>
  /** Where a problem of a field is; a field that is missing is missed where the number stands. */
  readonly lineOf: (field: HeaderField) => number
}

/** A field that every form's header has, by one name for all. */
export type HeaderField = 'number' | 'title' | 'product' | 'modified' | 'versions' | 'systems' | 'keywords'

/** An article's text after its header was read, whatever the form. */
export interface Opening {
  /** The form of a text that a page only wraps. */
  readonly form?: Form
  /** The lines of such a text: the file's lines without tags. */
  readonly texts?: readonly string[]
  readonly header: Header
  readonly range: Range | null
  /** The closing line of a Markdown page. */
  readonly end: Range | null
  readonly residue: Range | null
  readonly rest: readonly Line[]
}

/** Adds a value under a label. Values that the label has already stay, each on a line of its own. */
export function addValue(values: Map<string, string>, label: string, value: string): void {
  const earlier = values.get(label)
  values.set(label, earlier === undefined ? value : `${earlier}\n${value}`)
}

/** The first value under a label; empty where there is none. */
export function firstValue(values: ReadonlyMap<string, string>, label: string): string {
  return values.get(label)?.split('\n', 1)[0] ?? ''
}

const COLUMN_END = /[|\n]/

/** `MS-DOS  | WINDOWS`: columns between bars or lines, empty ones left out. */
export function splitColumns(text: string): string[] {
  return text
    .split(COLUMN_END)
    .map((column) => column.trim())
    .filter((column) => column !== '')
}
