/** A range of a text that is a link, in UTF-16 code units. */
export interface Span {
  readonly start: number
  /** One past its last character. */
  readonly end: number
  readonly url: string
  /** The id of the cited article, `Q152734`; `null`: an address outside the archive. */
  readonly article: string | null
}
