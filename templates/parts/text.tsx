/** Small pieces of text on many pages: titles with a type, counts, dates, facts. */
import type { Child, Result } from 'hastscript'
import type { Card } from '../../src/render/view.js'
import { typeKind } from '../../src/render/words/article-type.js'
import { longDate } from '../../src/render/words/dates.js'

/** `1 article`, `1,234 articles`. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? noun : plural}`
}

/** A title, with the type at its beginning (`PRB: `) in an element of its own. */
export function titleWithType({ title, type }: Pick<Card, 'title' | 'type'>): Child {
  if (type === null || !title.startsWith(`${type}: `)) return title
  return [<span class={`type ${typeKind(type)}`}>{`${type}:`}</span>, title.slice(type.length + 1)]
}

/** A date for readers and machines; `printed` if it could not be parsed. */
export function day(iso: string | null, printed = ''): Result | string {
  return iso === null ? printed : <time datetime={iso}>{longDate(iso)}</time>
}

/** A term and its value in a list of facts; null if there is no value, or only a colon (Q184449). */
export function fact(term: string, value: Child): Result | null {
  if (value === null || value === '' || value === ':' || (Array.isArray(value) && value.length === 0)) return null
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  )
}
