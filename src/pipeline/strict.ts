/**
 * `--strict`: whether the problems of the articles have grown beyond a list that was accepted before.
 *
 * The list has the form of a build's `data/problems.json`, of which only code and articles count; without it, none is accepted. This
 * repository's own holds the counts of the real corpus, and those of the sample where these are higher.
 */
import { existsSync, readFileSync } from 'node:fs'
import { KbError } from '../kb-error.js'

/** Where the accepted counts are: in the folder in which `kb` is run. */
export const PROBLEMS_FILE = 'kb-problems.json'

/** How many articles have a problem; the entries of `problems.json`. */
export interface CountedProblem {
  readonly code: string
  readonly articles: number
}

/** Fails, naming the codes, where `found` exceeds what is accepted. */
export function refuseNewProblems(found: readonly CountedProblem[], acceptedFile: string): void {
  const accepted = readAccepted(acceptedFile)
  const grown = found.filter(({ code, articles }) => articles > (accepted.get(code) ?? 0))
  if (grown.length === 0) return
  const list = grown.map(({ code, articles }) => `${code} ${articles} (accepted ${accepted.get(code) ?? 0})`).join(', ')
  throw new KbError('strict', `Expected no more problems than in \`${acceptedFile}\`, found ${list}`, {
    hint: `Look at them in the site; to accept them, copy data/problems.json to \`${acceptedFile}\`.`,
  })
}

/** Code -> articles. */
function readAccepted(file: string): ReadonlyMap<string, number> {
  if (!existsSync(file)) return new Map()
  try {
    const counted: readonly CountedProblem[] = JSON.parse(readFileSync(file, 'utf8'))
    return new Map(counted.map(({ code, articles }) => [code, articles]))
  } catch (cause) {
    throw new KbError('strict', 'Expected a list of problems as in data/problems.json', { where: file, cause })
  }
}
