/**
 * The words an article was filed under, explained and linked; the query words; the lines of an older header.
 */
import type { Result } from 'hastscript'
import type { Article } from '../../../src/article/article.js'
import { isTelling, keywordMeaning } from '../../../src/render/keyword-meaning.js'
import { facetPath } from '../../../src/render/paths.js'
import type { Facet } from '../../../src/render/view.js'
import { pageHref } from '../page.js'
import { fact } from '../text.js'

export function articleKeywords(root: string, article: Article): Result | null {
  const { keywords, keywordBlock: block, queryWords, legacy } = article
  const facts = [
    words(root, 'Keywords', keywords, 'keyword'),
    words(root, 'Technology', block?.technology ?? [], 'technology'),
    fact('Version', block?.version ?? ''),
    words(root, 'Hardware', block?.hardware ?? [], null),
    words(root, 'Issue type', block?.issueType ?? [], null),
    words(root, 'Solution type', block?.solutionType ?? [], null),
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

/** One field of the keyword block: each word with what it means where that is known, but for products' names: the page has them. */
function words(root: string, name: string, list: readonly string[], facet: Facet | null): Result | null {
  if (list.length === 0) return null
  return (
    <div class="words">
      <dt>{name}</dt>
      {list.map((word) => oneWord(root, word, facet))}
    </div>
  )
}

function oneWord(root: string, word: string, facet: Facet | null): Result {
  const meaning = facet === 'technology' ? null : keywordMeaning(word)
  return (
    <dd>
      {facet === null || !isTelling(word) ? word : <a href={pageHref(root, facetPath(facet, word))}>{word}</a>}
      {meaning === null ? null : ` ${meaning}`}
    </dd>
  )
}
