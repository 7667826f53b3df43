/** A breach of the law that nothing is lost. */

/** The breach and its place. */
export interface Violation {
  readonly code: 'line-unowned' | 'line-owned-twice' | 'order-broken' | 'text-differs'
  /** 1-based, in the raw file. */
  readonly line: number
  /** What the source says, white space removed. */
  readonly expected: string
  /** What the article says. */
  readonly found: string
}
