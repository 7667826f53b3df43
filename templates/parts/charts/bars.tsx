/** @jsxImportSource hastscript/svg */
/** A chart of horizontal bars: one value for each of a few names. */
import { scaleLinear } from 'd3-scale'
import type { Result } from 'hastscript'

export interface Bar {
  readonly name: string
  readonly value: number
  /** The text after the bar: `1,234` or `63 %`. */
  readonly shown: string
}

/** About the width of a phone, so that the text can be read there without scrolling. */
const WIDTH = 420
const ROW_HEIGHT = 22
const NAME_WIDTH = 186
const SHOWN_WIDTH = 50

/** Draws the bars. `most`: the value of a bar of full length. */
export function barChart(label: string, bars: readonly Bar[], most: number): Result {
  const length = scaleLinear([0, most], [0, WIDTH - NAME_WIDTH - SHOWN_WIDTH])
  return (
    <svg viewBox={`0 0 ${WIDTH} ${bars.length * ROW_HEIGHT}`} role="img" aria-label={label}>
      {bars.map(({ name, value, shown }, index) => {
        const middle = (index + 0.5) * ROW_HEIGHT
        return (
          <g>
            <text x={NAME_WIDTH - 8} y={middle} textAnchor="end" dominantBaseline="central">
              {shorten(name)}
            </text>
            <rect className="c0" x={NAME_WIDTH} y={middle - 7} width={round(length(value))} height={14} />
            <text className="muted" x={NAME_WIDTH + round(length(value)) + 6} y={middle} dominantBaseline="central">
              {shown}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

const LONGEST_NAME = 28

function shorten(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`
}

/** Rounds to a tenth of a unit, which is less than a pixel, to save bytes. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}
