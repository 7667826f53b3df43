/** Oddities of the raw form that are usual on the support pages: no rules, no notice, query words only in some. */
import type { ProblemCode } from '../problems.js'

export const WEB_USUAL: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'encoding-guessed',
  'keywords-differ',
  'versions-blank-separated',
  'versions-columns',
  'applies-to-rule-odd',
  'applies-to-unclosed',
  'applies-to-missing',
  'notice-before-applies-to',
  'query-words-old-labels',
  'query-words-missing',
  'keyword-block-missing',
  'legal-different',
  'legal-missing',
  'heading-not-underlined',
  'copyright-year-differs',
])
