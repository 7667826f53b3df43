/** Compares what a search finds with one `lunr.Index` of the same documents: the promise of the index. */
import type lunr from 'lunr'
import * as assert from 'uvu/assert'
import type { Search } from '../../src/search/engine.js'
import { asLunr } from './lunr-differences.js'
import { scoresOf } from './memory-index.js'

const TOLERANCE = 1e-9

/** Compares all hits and scores; false for a query that Lunr refuses, which says nothing. */
async function compares(search: Search, oracle: lunr.Index, query: string): Promise<boolean> {
  const asked = asLunr(query)
  const expected = asked === null ? null : lunrScores(oracle, asked)
  if (expected === null) return false
  const found = await scoresOf(search, query)
  assert.equal([...found.keys()].sort(), [...expected.keys()].sort(), query)
  for (const [id, score] of expected) {
    assert.ok(Math.abs(score - (found.get(id) ?? Number.NaN)) < TOLERANCE, `${query}: ${id} ${score} ${found.get(id)}`)
  }
  return true
}

/** Compares each query; says how many said something, and how many of those had hits. */
export async function compareAll(search: Search, oracle: lunr.Index, queries: readonly string[]) {
  let [compared, withHits] = [0, 0]
  for (const query of queries)
    if (await compares(search, oracle, query)) {
      compared += 1
      if ((await scoresOf(search, query)).size > 0) withHits += 1
    }
  return { compared, withHits }
}

function lunrScores(oracle: lunr.Index, query: string): ReadonlyMap<string, number> | null {
  try {
    return new Map(oracle.search(query).map(({ ref, score }) => [ref, score]))
  } catch {
    return null
  }
}
