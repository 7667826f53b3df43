/**
 * Small pieces of text that many pages show the same way: titles with their type, counts, dates, terms.
 */
import type { Child, Result } from 'hastscript'
import type { Card } from '../../src/render/view.js'
import { typeKind } from '../../src/render/words/article-type.js'
import { longDate } from '../../src/render/words/dates.js'

/** `1 article`, `1,234 articles`. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? noun : plural}`
}

/** A title as written; the tag it begins with (`PRB: `) is set apart. */
export function titleWithType({ title, type }: Pick<Card, 'title' | 'type'>): Child {
  if (type === null || !title.startsWith(`${type}: `)) return title
  return [<span class={`type ${typeKind(type)}`}>{`${type}:`}</span>, title.slice(type.length + 1)]
}

/** A day, for people and machines; as printed where it can't be read. */
export function day(iso: string | null, printed = ''): Result | string {
  return iso === null ? printed : <time datetime={iso}>{longDate(iso)}</time>
}

/** A term and its value in a list of facts; nothing where there is no value, or the colon of one (Q184449). */
export function fact(term: string, value: Child): Result | null {
  if (value === null || value === '' || value === ':' || (Array.isArray(value) && value.length === 0)) return null
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  )
}
