/**
 * The parts of Lunr 2.3.9 that `@types/lunr` leaves out: its query parser, and the automata that wildcards and edit
 * distances become. Using them is what makes the shards' answers Lunr's, odd corners included.
 */
import lunr from 'lunr'

/** The clauses of a query as Lunr reads them; null where it can't. */
export function parseLunrQuery(text: string, fields: readonly string[]): readonly lunr.Query.Clause[] | null {
  const query = new lunr.Query([...fields])
  try {
    new lunr.QueryParser(text, query).parse()
  } catch {
    return null
  }
  return query.clauses
}

/** What tells which terms a clause's term stands for. */
export type TermMatcher = (term: string) => boolean

/** Matches what Lunr's intersection of token sets would find, a term at a time: all states that its characters lead to. */
export function matcherOf(term: string, editDistance: number | null): TermMatcher {
  const start = lunr.TokenSet.fromClause(editDistance === null ? { term } : { term, editDistance })
  return (candidate) => {
    let states: readonly lunr.TokenSet[] = [start]
    for (let i = 0; i < candidate.length && states.length > 0; i++) states = step(states, candidate.charAt(i))
    return candidate !== '' && states.some((state) => state.final)
  }
}

/** The states after one more character. */
function step(states: readonly lunr.TokenSet[], character: string): readonly lunr.TokenSet[] {
  const next: lunr.TokenSet[] = []
  for (const { edges } of states) {
    for (const state of [edges[character], character === '*' ? undefined : edges['*']]) {
      if (state !== undefined && !next.includes(state)) next.push(state)
    }
  }
  return next
}
