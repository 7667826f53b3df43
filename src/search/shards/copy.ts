/** A passage: places `at .. at + length - 1` of an article are those of the source from `start` on. */
export interface Copy {
  readonly at: number
  readonly length: number
  /** Ordinal of the source, which is before the article's own. */
  readonly source: number
  readonly start: number
}

/** A shorter copy takes more than it saves: its own numbers are about 28 bits, a place and its stop words 11. */
export const SHORTEST_COPY = 5

export const NO_COPIES: readonly Copy[] = []
