/**
 * `--strict`: fails a build that has more problems than an accepted list.
 *
 * The list has the format of `data/problems.json`; only `code` and `articles` are read. Without a list, no problem is
 * accepted. The list in this repository has, for each code, the higher count of the real corpus and the sample.
 */
import { existsSync, readFileSync } from 'node:fs'
import { KbError } from '../kb-error.js'

/** The file of accepted counts, in the working directory of `kb`. */
export const PROBLEMS_FILE = 'kb-problems.json'

/** An entry of `problems.json`: how many articles have a problem. */
export interface CountedProblem {
  readonly code: string
  readonly articles: number
}

/** Throws a `KbError` that names the codes, if more articles have a problem than `acceptedFile` accepts. */
export function refuseNewProblems(found: readonly CountedProblem[], acceptedFile: string): void {
  const accepted = readAccepted(acceptedFile)
  const grown = found.filter(({ code, articles }) => articles > (accepted.get(code) ?? 0))
  if (grown.length === 0) return
  const list = grown.map(({ code, articles }) => `${code} ${articles} (accepted ${accepted.get(code) ?? 0})`).join(', ')
  throw new KbError('strict', `Expected no more problems than in \`${acceptedFile}\`, found ${list}`, {
    hint: `Look at them in the site; to accept them, copy data/problems.json to \`${acceptedFile}\`.`,
  })
}

/** Problem code -> number of articles. */
function readAccepted(file: string): ReadonlyMap<string, number> {
  if (!existsSync(file)) return new Map()
  try {
    const counted: readonly CountedProblem[] = JSON.parse(readFileSync(file, 'utf8'))
    return new Map(counted.map(({ code, articles }) => [code, articles]))
  } catch (cause) {
    throw new KbError('strict', 'Expected a list of problems as in data/problems.json', { where: file, cause })
  }
}
