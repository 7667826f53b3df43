/** A violation of the rule that the parser loses nothing. */

/** A violation and its line. */
export interface Violation {
  readonly code: 'line-unowned' | 'line-owned-twice' | 'order-broken' | 'text-differs'
  /** 1-based, in the raw file. */
  readonly line: number
  /** The text of the source, white space removed. */
  readonly expected: string
  /** The text of the article, white space removed. */
  readonly found: string
}
