/** The keywords of an article, with meanings and links; its query words and legacy lines. */
import type { Result } from 'hastscript'
import { keepElements } from '../../../src/render/kept-elements.js'
import { facetPath } from '../../../src/render/paths.js'
import type { ArticleContext, Facet } from '../../../src/render/view.js'
import { isTelling, isTellingTechnology, keywordMeaning } from '../../../src/render/words/keyword-meaning.js'
import { hasList } from '../facets.js'
import { pageHref } from '../page.js'
import { fact } from '../text.js'

/** Functions that report whether a word of each field has a list. */
const IS_LISTED = { keyword: isTelling, technology: isTellingTechnology } as const

export function articleKeywords(root: string, { article, lonely }: ArticleContext): Result | null {
  const linkTo = (facet: keyof typeof IS_LISTED) => (word: string) =>
    IS_LISTED[facet](word) && hasList(lonely, facet, word) ? linkedWord(root, facet, word) : plainWord(word)
  const { keywords, keywordBlock: block, queryWords, legacy } = article
  const facts = [
    words('Keywords', keywords, linkTo('keyword')),
    words('Technology', block?.technology ?? [], linkTo('technology')),
    fact('Version', block?.version ?? ''),
    words('Hardware', block?.hardware ?? []),
    words('Issue type', block?.issueType ?? []),
    words('Solution type', block?.solutionType ?? []),
    ...Object.entries(block?.other ?? {}).map(([name, value]) => fact(name, value)),
    fact('Query words', queryWords?.text ?? ''),
    fact('Older header', legacy?.text.join(' / ') ?? ''),
  ].filter((entry) => entry !== null)
  if (facts.length === 0) return null
  return (
    <section>
      <h2>Filed under</h2>
      <dl class="facts">{facts}</dl>
    </section>
  )
}

/** A field of the keyword block; null if it is empty. */
function words(name: string, list: readonly string[], toTerm: (word: string) => Result = plainWord): Result | null {
  if (list.length === 0) return null
  return (
    <div class="words">
      <dt>{name}</dt>
      {list.map((word) => toTerm(word))}
    </div>
  )
}

/** A word, with its meaning if that is known. */
const plainWord = keepElements((word: string) => (
  <dd>
    {word}
    {withMeaning(word)}
  </dd>
))

/** The same, as a link to the list of the word. */
const linkedWord = keepElements((root: string, facet: Facet, word: string) => (
  <dd>
    <a href={pageHref(root, facetPath(facet, word))}>{word}</a>
    {withMeaning(word)}
  </dd>
))

/** ` (Error messages)` */
function withMeaning(word: string): string | null {
  const meaning = keywordMeaning(word)
  return meaning === null ? null : ` (${meaning})`
}
