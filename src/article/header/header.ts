/** The header of an article, with the same fields for every form, whatever their labels are. */
import type { Form } from '../form-names.js'
import type { Range } from '../frame/part.js'
import type { Line } from '../text/lines.js'

/** The values that the forms give before the text. */
export interface Header {
  /** 0 if the text gives no number. */
  readonly number: number
  readonly title: string
  readonly product: { readonly code: string | null; readonly name: string }
  readonly modified: string
  readonly versions: string
  readonly systems: readonly string[]
  readonly keywords: readonly string[]
  /**
   * Raw values by the form's labels. A repeated label has one line per value; the label `''` has the lines without a
   * label.
   */
  readonly fields: Readonly<Record<string, string>>
  /** Returns the line for a problem of a field; for a missing field, the line of the number. */
  readonly lineOf: (field: HeaderField) => number
}

/** Names of the header's fields, the same for all forms. */
export type HeaderField = 'number' | 'title' | 'product' | 'modified' | 'versions' | 'systems' | 'keywords'

/** The result of reading a header: its values, and the lines after it. */
export interface Opening {
  /** The form of the text inside a page, if the page only wraps it. */
  readonly form?: Form
  /** The lines of such a text: those of the file, without tags. */
  readonly texts?: readonly string[]
  readonly header: Header
  readonly range: Range | null
  /** The closing line of a Markdown page. */
  readonly end: Range | null
  readonly residue: Range | null
  readonly rest: readonly Line[]
}

/** Adds a value under a label. Earlier values of the label stay, one per line. */
export function addValue(values: Map<string, string>, label: string, value: string): void {
  const earlier = values.get(label)
  values.set(label, earlier === undefined ? value : `${earlier}\n${value}`)
}

/** Returns the first value of a label, or `''`. */
export function firstValue(values: ReadonlyMap<string, string>, label: string): string {
  return values.get(label)?.split('\n', 1)[0] ?? ''
}

const COLUMN_END = /[|\n]/

/** Splits `MS-DOS  | WINDOWS` at bars and line feeds into columns, without empty ones. */
export function splitColumns(text: string): string[] {
  return text
    .split(COLUMN_END)
    .map((column) => column.trim())
    .filter((column) => column !== '')
}
