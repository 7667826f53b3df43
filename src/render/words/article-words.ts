/** Texts for readers that are defined in the parser: explanations of problems, and the standard legal notice. */
import { STANDARD_NOTICE } from '../../article/frame/legal.js'
import { PROBLEMS } from '../../article/problems.js'

const EXPLANATIONS: Readonly<Record<string, string>> = PROBLEMS

/** The explanation of a problem's code; the code itself if it is unknown, as from a newer parser. */
export function explainProblem(code: string): string {
  return EXPLANATIONS[code] ?? code
}

export { STANDARD_NOTICE }
