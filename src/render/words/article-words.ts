/**
 * What a reader is told of a problem in an article, and of its legal notice: words that the parser's layer has.
 */
import { STANDARD_NOTICE } from '../../article/frame/legal.js'
import { PROBLEMS } from '../../article/problems.js'

const EXPLANATIONS: Readonly<Record<string, string>> = PROBLEMS

/** The explanation of a problem's code; the code itself where a newer parser wrote it. */
export function explainProblem(code: string): string {
  return EXPLANATIONS[code] ?? code
}

export { STANDARD_NOTICE }
