/**
 * The words an article was filed under, explained and linked; the query words; the lines of an older header.
 */
import type { Result } from 'hastscript'
import { isTelling, keywordMeaning } from '../../../src/render/keyword-meaning.js'
import { facetPath } from '../../../src/render/paths.js'
import type { ArticleContext, Facet } from '../../../src/render/view.js'
import { pageHref } from '../page.js'
import { fact } from '../text.js'

export function articleKeywords(root: string, { article, lonely }: ArticleContext): Result | null {
  const linkOf = (facet: Facet) => (word: string) => {
    const path = facetPath(facet, word)
    return isTelling(word) && !lonely.has(path) ? <a href={pageHref(root, path)}>{word}</a> : word
  }
  const { keywords, keywordBlock: block, queryWords, legacy } = article
  const facts = [
    words('Keywords', keywords, linkOf('keyword')),
    words('Technology', block?.technology ?? [], linkOf('technology')),
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

/** One field of the keyword block: each word with what it means, where that is known. */
function words(
  name: string,
  list: readonly string[],
  toLink: (word: string) => Result | string = (word) => word,
): Result | null {
  if (list.length === 0) return null
  return (
    <div class="words">
      <dt>{name}</dt>
      {list.map((word) => (
        <dd>
          {toLink(word)}
          {withMeaning(word)}
        </dd>
      ))}
    </div>
  )
}

/** ` (Error messages)` */
function withMeaning(word: string): string | null {
  const meaning = keywordMeaning(word)
  return meaning === null ? null : ` (${meaning})`
}
