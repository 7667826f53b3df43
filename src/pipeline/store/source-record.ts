/** One article as the scan finds it: which, how new, and where its bytes are. A few hundred bytes for each article of a dump. */
import type { Form } from '../../article/form-names.js'

/** Where an article's bytes are: `pack` is the number of a file below `raw/`. */
export interface RawPlace {
  readonly pack: number
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
  /** Hex, of the article's bytes. */
  readonly sha256: string
  /** Hex, of the file it came in, where that holds more than the article. */
  readonly fileSha256: string | null
  readonly place: RawPlace
}
