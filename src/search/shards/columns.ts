/**
 * Columns (elsewhere called doc values): number, date and filter values of every article, by ordinal.
 *
 *     columns   deflate(article-count  gap*  day*  column x 5  dictionary)
 *     gap       an article's number, less that of the article before
 *     day       days since 1970-01-01; 0 where the date can't be read
 *     column    value-count  value*  set-count  set*  set-index*    columns in the order of `FILTER_NAMES`
 *     value     name  label                                         texts; the most frequent value first
 *     set       text                                                indices of values, ascending, blanks between
 *     set-index the index of an article's set; one for each article
 *
 * An article may have several issue types, so it points to a *set* of values; set 0 is empty. The dictionary of the
 * cards is here, since every page of hits needs both.
 */
import { deflate } from '../codec/deflate.js'
import { ByteReader, ByteWriter } from '../codec/varints.js'
import { type ColumnValue, FILTER_NAMES, type FilterName, type SearchCard } from '../types.js'

/** A filter's values, and the set of them that each article has. */
export interface Column {
  readonly values: readonly ColumnValue[]
  /** Sets of indices into `values`. */
  readonly sets: readonly (readonly number[])[]
  /** The index into `sets`, by ordinal. */
  readonly articles: Uint32Array
}

export interface Columns {
  /** Article numbers, ascending; an article's index here is its ordinal. */
  readonly numbers: Uint32Array
  /** Days since 1970-01-01, or 0 where the date can't be read. */
  readonly days: Uint16Array
  readonly filters: Readonly<Record<FilterName, Column>>
  /** The dictionary that the cards are deflated with. */
  readonly dictionary: Uint8Array
}

const MILLISECONDS_A_DAY = 86_400_000

/** The values that a card has of each filter. */
const FILTER_VALUES: Readonly<Record<FilterName, (card: SearchCard) => readonly ColumnValue[]>> = {
  product: ({ products }) => products,
  type: ({ type }) => [{ value: type ?? '', label: type ?? '' }].filter(hasValue),
  year: ({ modified }) => [{ value: modified?.slice(0, 4) ?? '', label: modified?.slice(0, 4) ?? '' }].filter(hasValue),
  filed: ({ product }) => [{ value: product.code ?? product.name, label: product.name }].filter(hasValue),
  issueType: ({ issueTypes }) => issueTypes.map((value) => ({ value, label: value })).filter(hasValue),
}

function hasValue({ value }: ColumnValue): boolean {
  return value !== ''
}

/** Writes the columns of all articles, ascending by number. */
export function writeColumns(cards: readonly SearchCard[], dictionary: Uint8Array): Promise<Uint8Array> {
  const writer = new ByteWriter()
  writer.writeNumber(cards.length)
  for (const [i, card] of cards.entries()) writer.writeNumber(card.number - (cards[i - 1]?.number ?? 0))
  for (const card of cards) writer.writeNumber(toDays(card.modified))
  for (const name of FILTER_NAMES) writeColumn(writer, cards, FILTER_VALUES[name])
  writer.writeBytes(dictionary)
  return deflate(writer.toBytes())
}

function toDays(modified: string | null): number {
  const time = modified === null ? Number.NaN : Date.parse(`${modified}T00:00:00Z`)
  return Number.isNaN(time) ? 0 : Math.min(0xffff, Math.max(0, Math.round(time / MILLISECONDS_A_DAY)))
}

function writeColumn(
  writer: ByteWriter,
  cards: readonly SearchCard[],
  toValues: (card: SearchCard) => readonly ColumnValue[],
): void {
  const counts = new Map<string, { readonly label: string; count: number }>()
  for (const { value, label } of cards.flatMap(toValues)) {
    const known = counts.get(value)
    if (known === undefined) counts.set(value, { label, count: 1 })
    else known.count += 1
  }
  const values = [...counts].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1))
  const ordinals = new Map(values.map(([value], ordinal) => [value, ordinal]))
  const sets = new Map<string, number>([['', 0]])
  const articles = cards.map((card) => {
    const own = new Set(toValues(card).map(({ value }) => ordinals.get(value) ?? 0))
    const key = [...own].sort((a, b) => a - b).join(' ')
    return sets.get(key) ?? sets.set(key, sets.size).size - 1
  })
  writer.writeNumber(values.length)
  for (const [value, { label }] of values) {
    writer.writeText(value)
    writer.writeText(label)
  }
  writer.writeNumber(sets.size)
  for (const key of sets.keys()) writer.writeText(key)
  for (const set of articles) writer.writeNumber(set)
}

/** Reads the columns from inflated bytes. */
export function readColumns(bytes: Uint8Array): Columns {
  const reader = new ByteReader(bytes)
  const count = reader.readCount()
  const numbers = new Uint32Array(count)
  for (let i = 0; i < count; i++) numbers[i] = (numbers[i - 1] ?? 0) + reader.readNumber()
  const days = new Uint16Array(count)
  for (let i = 0; i < count; i++) days[i] = reader.readNumber()
  const filters = {
    product: readColumn(reader, count),
    type: readColumn(reader, count),
    year: readColumn(reader, count),
    issueType: readColumn(reader, count),
    filed: readColumn(reader, count),
  }
  return { numbers, days, filters, dictionary: reader.readBytes() }
}

function readColumn(reader: ByteReader, count: number): Column {
  const values = Array.from({ length: reader.readCount() }, () => ({
    value: reader.readText(),
    label: reader.readText(),
  }))
  const sets = Array.from({ length: reader.readCount() }, () => {
    const key = reader.readText()
    return key === '' ? [] : key.split(' ').map(Number)
  })
  const articles = new Uint32Array(count)
  for (let i = 0; i < count; i++) articles[i] = reader.readNumber()
  return { values, sets, articles }
}

/** An article's values in a column. */
export function valuesOf({ values, sets, articles }: Column, ordinal: number): readonly ColumnValue[] {
  const own = sets[articles[ordinal] ?? 0] ?? []
  return own.flatMap((value) => values[value] ?? [])
}

/** An article's date as ISO text, or null where it can't be read. */
export function dateOf({ days }: Columns, ordinal: number): string | null {
  const day = days[ordinal] ?? 0
  return day === 0 ? null : new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10)
}
