/** Arrays of the size of the archive, kept between searches: making them anew for each took longer than filling them. */
export class RankBuffers {
  /** Of the last search, by ordinal. */
  readonly ranks: Float64Array
  readonly covered: Float64Array
  /** Of the word and the term at hand; zeros between searches. */
  readonly best: Float64Array
  readonly shares: Float64Array
  readonly frequencies: Float64Array
  readonly others: Float64Array
  /** Room for the articles of a word, of a term, and of another that has to be there too. */
  readonly touched: Uint32Array
  readonly holders: Uint32Array
  readonly otherHolders: Uint32Array

  constructor(articleCount: number) {
    const make = () => new Float64Array(articleCount)
    const makeList = () => new Uint32Array(articleCount)
    this.ranks = make()
    this.covered = make()
    this.best = make()
    this.shares = make()
    this.frequencies = make()
    this.others = make()
    this.touched = makeList()
    this.holders = makeList()
    this.otherHolders = makeList()
  }
}
