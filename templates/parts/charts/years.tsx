/** @jsxImportSource hastscript/svg */
/** A chart of articles by year: a column per year, divided by product. */
import { scaleBand, scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'
import type { Result } from 'hastscript'
import { round } from './bars.js'

export interface YearCounts {
  readonly year: number
  /** A count for each of the names. */
  readonly counts: readonly number[]
}

/** About the width of a phone, so that the text can be read there without scrolling. */
const WIDTH = 420
const HEIGHT = 210
/** Margins; the left one has room for `20,000` in the widest font. */
const MARGIN = { top: 8, bottom: 22, left: 54 }
const TICKS = 4
/** Most labels of years: more would overlap. */
const MOST_LABELS = 9

export function yearChart(label: string, names: readonly string[], years: readonly YearCounts[]): Result {
  const totals = years.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0))
  const x = scaleBand([MARGIN.left, WIDTH])
    .domain(years.map(({ year }) => String(year)))
    .padding(0.15)
  const highest = totals.reduce((most, total) => Math.max(most, total), 1)
  const y = scaleLinear([0, highest], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(TICKS)
  const layers = stack<YearCounts, number>()
    .keys(names.map((_, index) => index))
    .value(({ counts }, key) => counts[key] ?? 0)([...years])
  const step = Math.ceil(years.length / MOST_LABELS)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {y.ticks(TICKS).map((tick) => (
        <g>
          <line className="grid" x1={MARGIN.left} x2={WIDTH} y1={round(y(tick))} y2={round(y(tick))} />
          <text className="muted" x={MARGIN.left - 6} y={round(y(tick))} textAnchor="end" dominantBaseline="central">
            {tick.toLocaleString('en-US')}
          </text>
        </g>
      ))}
      {layers.map((layer, index) => (
        <g className={`c${index}`}>
          {layer.map((point) => {
            const [top, bottom] = [round(y(point[1])), round(y(point[0]))]
            if (bottom <= top) return null
            const left = round(x(String(point.data.year)) ?? 0)
            return <rect x={left} y={top} width={round(x.bandwidth())} height={round(bottom - top)} />
          })}
        </g>
      ))}
      {years.map(({ year }, index) =>
        index % step > 0 ? null : (
          <text
            className="muted"
            x={round((x(String(year)) ?? 0) + x.bandwidth() / 2)}
            y={HEIGHT - 6}
            textAnchor="middle"
          >
            {String(year)}
          </text>
        ),
      )}
    </svg>
  )
}
