/** The charts of the home and about pages: their figures, and a summary of each in words. */
import type { Result } from 'hastscript'
import type { ArchiveStatistics, FacetValue } from '../../../src/render/view.js'
import { typeMeaning } from '../../../src/render/words/article-type.js'
import { countOf } from '../text.js'
import { valueTitle } from '../value-list.js'
import { barChart } from './bars.js'
import { type Chart, chartFigure } from './figure.js'
import { referenceMap } from './map.js'
import { type YearCounts, yearChart } from './years.js'

/** Products with a colour of their own; all others share one. */
const COLOURED_PRODUCTS = 7
const MAPPED_PRODUCTS = 10
const SHOWN_TYPES = 12
const OTHERS = 'Other products'

const figure = (count: number) => count.toLocaleString('en-US')

/** Articles by year and product. */
export function timeline({ yearProducts, filed }: ArchiveStatistics): Result | null {
  const years = Object.keys(yearProducts).map(Number)
  if (years.length === 0) return null
  const named = filed.slice(0, COLOURED_PRODUCTS)
  const names = [...named.map((value) => valueTitle('filed', value)), OTHERS]
  const rows: YearCounts[] = withGaps(years).map((year) => ({
    year,
    counts: countProducts(yearProducts[year] ?? {}, named),
  }))
  const total = ({ counts }: YearCounts) => counts.reduce((sum, count) => sum + count, 0)
  const most = rows.reduce((best, row) => (total(row) > total(best) ? row : best))
  const chart: Chart = {
    title: 'When the articles were last modified',
    summary: `From ${rows[0]?.year} to ${rows.at(-1)?.year}; most in ${most.year}, ${countOf(total(most), 'article')}.`,
    drawing: (
      <>
        {yearChart('Articles by year and product', names, rows)}
        <ul class="legend">
          {names.map((name, index) => (
            <li class={`c${index}`}>{name}</li>
          ))}
        </ul>
      </>
    ),
    table: {
      head: ['Year', ...names],
      rows: rows.filter((row) => total(row) > 0).map(({ year, counts }) => [String(year), ...counts.map(figure)]),
    },
  }
  return chartFigure(chart)
}

/** Most years of an axis without gaps. An archive may have an article dated 9999. */
const LONGEST_AXIS = 60

/** All years from the first to the last, so that empty ones are visible; only the given ones if there are too many. */
function withGaps(years: readonly number[]): number[] {
  const sorted = [...years].sort((a, b) => a - b)
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)]
  return last - first > LONGEST_AXIS ? sorted : Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** The counts of the named products, then that of all others. */
function countProducts(counts: Readonly<Record<string, number>>, named: readonly FacetValue[]): number[] {
  const own = named.map(({ label }) => counts[label] ?? 0)
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return [...own, all - own.reduce((sum, count) => sum + count, 0)]
}

/** Articles by type. */
export function typeChart({ types }: ArchiveStatistics): Result | null {
  const shown = types.slice(0, SHOWN_TYPES)
  if (shown.length === 0) return null
  const name = ({ label }: FacetValue) => [label, typeMeaning(label)].filter(Boolean).join(': ')
  return chartFigure({
    title: 'What kind of articles there are',
    summary: `The ${shown.length} most frequent tags of titles, of ${figure(types.length)}.`,
    drawing: barChart(
      'Articles by type',
      shown.map((type) => ({ name: type.label, value: type.count, shown: figure(type.count) })),
      shown[0]?.count ?? 1,
    ),
    table: { head: ['Type', 'Articles'], rows: types.slice(0, 40).map((type) => [name(type), figure(type.count)]) },
  })
}

/** The names of the kinds of blocks in the chart. Other kinds are in nearly all articles, or of no interest. */
const BLOCK_NAMES: Readonly<Record<string, string>> = {
  code: 'Code and output',
  list: 'Lists',
  steps: 'Steps',
  table: 'Tables',
  note: 'Notes and warnings',
  quotation: 'Quotations',
}

/** The share of articles with each kind of section and block. */
export function structureChart({ sections, blocks }: ArchiveStatistics, articles: number): Result | null {
  const counts = [
    ...Object.entries(sections).map(([name, count]) => [sectionTitle(name), count] as const),
    ...Object.entries(BLOCK_NAMES).map(([kind, name]) => [name, blocks[kind] ?? 0] as const),
  ].sort((a, b) => b[1] - a[1])
  if (counts.length === 0 || articles === 0) return null
  const percent = (count: number) => `${Math.round((100 * count) / articles)} %`
  return chartFigure({
    title: 'What articles are made of',
    summary: `The share of the ${figure(articles)} articles that have each kind of section and block.`,
    drawing: barChart(
      'Share of articles by structure',
      counts.map(([name, count]) => ({ name, value: count, shown: percent(count) })),
      articles,
    ),
    table: {
      head: ['Structure', 'Articles', 'Share'],
      rows: counts.map(([name, count]) => [name, figure(count), percent(count)]),
    },
  })
}

/** `more-information` -> `Section: More information`. */
function sectionTitle(name: string): string {
  const words = name.replaceAll('-', ' ')
  return name === 'other' ? 'Other sections' : `Section: ${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** References from articles of one product to those of another. */
export function productMap({ productLinks, filed }: ArchiveStatistics): Result | null {
  const between = productLinks.filter(({ from, to }) => from !== to)
  const weights = new Map<string, number>()
  for (const { from, to, count } of between)
    for (const code of [from, to]) weights.set(code, (weights.get(code) ?? 0) + count)
  const codes = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code]) => code)
  const mapped = codes.slice(0, MAPPED_PRODUCTS)
  if (mapped.length < 2) return null
  const titles = new Map(filed.map((value) => [value.label, valueTitle('filed', value)]))
  const nameOf = (code: string) => titles.get(code) ?? code
  const countOfPair = new Map(between.map(({ from, to, count }) => [`${from} ${to}`, count]))
  const matrix = mapped.map((from) => mapped.map((to) => countOfPair.get(`${from} ${to}`) ?? 0))
  const own = productLinks.reduce((sum, { from, to, count }) => (from === to ? sum + count : sum), 0)
  const across = between.reduce((sum, { count }) => sum + count, 0)
  return chartFigure({
    title: 'Which products refer to which',
    summary: `${countOf(across, 'reference')} lead to an article of another product, ${figure(own)} stay within one. A ribbon has the colour of the product that refers.`,
    drawing: referenceMap('References between products', mapped.map(nameOf), matrix),
    table: {
      head: ['From', 'To', 'References'],
      rows: [...between]
        .sort((a, b) => b.count - a.count)
        .slice(0, 60)
        .map(({ from, to, count }) => [nameOf(from), nameOf(to), figure(count)]),
    },
  })
}
