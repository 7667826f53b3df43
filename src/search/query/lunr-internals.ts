/**
 * The parts of Lunr 2.3.9 that `@types/lunr` leaves out: its query parser, and the automata for wildcards and edit
 * distances. They make the answers of the shards equal to Lunr's, odd corners included.
 */
import lunr from 'lunr'

/** The clauses of a query as Lunr reads them; null if Lunr rejects it. */
export function parseLunrQuery(text: string, fields: readonly string[]): readonly lunr.Query.Clause[] | null {
  const query = new lunr.Query([...fields])
  try {
    new lunr.QueryParser(text, query).parse()
  } catch {
    return null
  }
  return query.clauses
}

/** Tells if a term is one of those that a clause stands for. */
export type TermMatcher = (term: string) => boolean

/** Matches the terms that Lunr's intersection of token sets would find, one at a time. */
export function matcherOf(term: string, editDistance: number | null): TermMatcher {
  const start = lunr.TokenSet.fromClause(editDistance === null ? { term } : { term, editDistance })
  const automaton = new Automaton()
  const first = automaton.nodeOf([start])
  return (candidate) => {
    let node = first
    for (let i = 0; i < candidate.length && node.states.length > 0; i++)
      node = automaton.step(node, candidate.charAt(i))
    return candidate !== '' && node.isFinal
  }
}

/**
 * A set of Lunr's states that the same characters lead to, and the nodes after it by character, made when they are
 * asked for.
 */
interface AutomatonNode {
  readonly states: readonly lunr.TokenSet[]
  readonly isFinal: boolean
  readonly next: Map<string, AutomatonNode>
}

/**
 * Lunr's automaton, made deterministic only where it is walked: the many terms of an index take few different steps.
 */
class Automaton {
  readonly #numbers = new Map<lunr.TokenSet, number>()
  readonly #nodes = new Map<string, AutomatonNode>()

  nodeOf(states: readonly lunr.TokenSet[]): AutomatonNode {
    const key = states.map((state) => this.#numberOf(state)).join(' ')
    const known = this.#nodes.get(key)
    if (known !== undefined) return known
    const node = { states, isFinal: states.some((state) => state.final), next: new Map<string, AutomatonNode>() }
    this.#nodes.set(key, node)
    return node
  }

  step(node: AutomatonNode, character: string): AutomatonNode {
    const known = node.next.get(character)
    if (known !== undefined) return known
    const next = this.nodeOf(statesAfter(node.states, character))
    node.next.set(character, next)
    return next
  }

  #numberOf(state: lunr.TokenSet): number {
    const known = this.#numbers.get(state) ?? this.#numbers.size
    this.#numbers.set(state, known)
    return known
  }
}

/** The states after one more character. */
function statesAfter(states: readonly lunr.TokenSet[], character: string): readonly lunr.TokenSet[] {
  const next: lunr.TokenSet[] = []
  for (const { edges } of states) {
    for (const state of [edges[character], character === '*' ? undefined : edges['*']]) {
      if (state !== undefined && !next.includes(state)) next.push(state)
    }
  }
  return next
}
