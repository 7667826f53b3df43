/**
 * A place in a text that is a link.
 */
export interface Span {
  readonly start: number
  /** One past its last character. */
  readonly end: number
  readonly url: string
  /** The id of the cited article, `Q152734`; `null`: an address outside the archive. */
  readonly article: string | null
}
