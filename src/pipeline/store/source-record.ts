/** The record of one article as the scan finds it: its number, its date, and where its bytes are in the spool. */
import type { Form } from '../../article/form-names.js'

/** A range of bytes in the spool; `spool` is the number of the spool file, `offset` and `length` are in bytes. */
export interface SpoolPlace {
  readonly spool: number
  readonly offset: number
  readonly length: number
}

export interface SourceRecord {
  readonly form: Form
  readonly number: number
  /** ISO date, or null where the header has none that can be read. */
  readonly modified: string | null
  /** Path inside the dump, `/` separated. */
  readonly name: string
  /** Hash of the article's bytes, as 64 hex digits. */
  readonly sha256: string
  /** Hash of the whole file, if the file holds more than this article; else null. */
  readonly fileSha256: string | null
  readonly place: SpoolPlace
}
