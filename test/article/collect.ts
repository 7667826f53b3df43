/** A report that remembers codes, and lines from a text: what the tests of the frame's readers share. */

import type { ProblemCode, Report } from '../../src/article/problems.js'
import { type Line, splitLines, toLines } from '../../src/article/text/lines.js'

/** A report and the codes that went through it. */
export function collectProblems(): { readonly codes: ProblemCode[]; readonly report: Report } {
  const codes: ProblemCode[] = []
  return { codes, report: (code) => codes.push(code) }
}

/** The lines of a text, numbered from 1. */
export function linesOf(text: string): Line[] {
  return toLines(splitLines(text))
}
