/** The record of one text as the scan finds it: its number, its date, and where its bytes are in the spool. */
import type { Form } from '../../article/form-names.js'

/** A range of bytes in the spool; `spool` is the number of the spool file, `offset` and `length` are in bytes. */
export interface SpoolPlace {
  readonly spool: number
  readonly offset: number
  readonly length: number
}

/** A hash of the words of a text, the same for texts that differ only in layout; see `wording.ts`. */
export interface Wording {
  /** 32 hex digits. */
  readonly hash: string
  /** Number of characters of the words, without white space. */
  readonly length: number
}

export interface SourceRecord {
  readonly form: Form
  readonly number: number
  /** ISO date, or null where the header has none that can be read. */
  readonly modified: string | null
  /** The name of its source, different from those of all others; `''` if there is only one source. */
  readonly dump: string
  /** Path inside the dump, `/` separated. */
  readonly name: string
  /** Hash of the article's bytes, as 64 hex digits. */
  readonly sha256: string
  /** Hash of the whole file, if the file holds more than this article; else null. */
  readonly fileSha256: string | null
  readonly place: SpoolPlace
  /** Null until it is compared; only texts of a number that has several are. */
  readonly wording: Wording | null
}
