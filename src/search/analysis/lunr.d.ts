/** The parts of Lunr 2.3.9 that `@types/lunr` leaves out. `lunr-internals.ts` uses them. */
import 'lunr'

declare module 'lunr' {
  class QueryParser {
    constructor(text: string, query: Query)
    /** Adds the text's clauses to the query; throws `QueryParseError`. */
    parse(): Query
  }
  namespace Query {
    interface Clause {
      presence: presence
    }
  }
  interface TokenSet {
    readonly final: boolean
    /** `*` is an edge for any character. */
    readonly edges: Readonly<Record<string, TokenSet>>
  }
  namespace TokenSet {
    function fromClause(clause: { readonly term: string; readonly editDistance?: number }): TokenSet
  }
}
