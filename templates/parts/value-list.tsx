/** Lists of values of a facet: name, label or meaning, count. */
import type { Result } from 'hastscript'
import type { Facet, FacetValue } from '../../src/render/view.js'
import { typeMeaning } from '../../src/render/words/article-type.js'
import { keywordMeaning } from '../../src/render/words/keyword-meaning.js'
import { toProductName } from '../../src/render/words/product-name.js'
import { pageHref } from './page.js'

export function valueList(root: string, facet: Facet, values: readonly FacetValue[]): Result {
  return (
    <ul class="values">
      {values.map((value) => {
        const meaning = meaningOf(facet, value)
        return (
          <li>
            <a href={pageHref(root, value.path)}>{valueTitle(facet, value)}</a>
            {meaning === null ? null : <small>{meaning}</small>}
            <span class="count">{value.count.toLocaleString('en-US')}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** The name of a value for readers. */
export function valueTitle(facet: Facet | 'bucket', { label, title }: FacetValue): string {
  return facet === 'filed' ? toProductName({ code: label, name: title }) : title
}

/** An explanation of a value: the code of a product, the meaning of a type, a keyword or an error code; null if there is none. */
export function meaningOf(facet: Facet, value: FacetValue): string | null {
  const { label } = value
  if (facet === 'type') return typeMeaning(label)
  if (facet === 'error') return value.meaning ?? null
  if (facet === 'keyword' || facet === 'technology') return keywordMeaning(label)
  if (facet === 'product' || facet === 'version') return null
  return valueTitle(facet, value) === label ? null : label
}
