/** @jsxImportSource hastscript/svg */
/** A chord diagram of references: products on a circle, joined by ribbons whose width is the number of references. */
import { type Chord, type ChordGroup, chordDirected, ribbon } from 'd3-chord'
import { arc } from 'd3-shape'
import type { Result } from 'hastscript'
import { round } from './bars.js'

const WIDTH = 720
const HEIGHT = 440
const RADIUS = 170
const RING = 10
const LABEL_GAP = 8
const LONGEST_NAME = 24

/** Draws the map. `matrix[from][to]`: number of references; `names` are in the order of the rows. */
export function referenceMap(label: string, names: readonly string[], matrix: readonly (readonly number[])[]): Result {
  const chords = chordDirected().padAngle(0.04)(matrix.map((row) => [...row]))
  const drawRibbon = ribbon<unknown, Chord>().radius(RADIUS - RING - 2)
  const drawArc = arc<ChordGroup>()
    .innerRadius(RADIUS - RING)
    .outerRadius(RADIUS)
  return (
    <svg className="map" viewBox={`${-WIDTH / 2} ${-HEIGHT / 2} ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <g className="ribbons">
        {chords.map((chord) => (
          <path className={`c${chord.source.index}`} d={tidy(String(drawRibbon(chord)))} />
        ))}
      </g>
      {chords.groups.map((group) => (
        <g>
          <path className={`c${group.index}`} d={tidy(String(drawArc(group)))} />
          {nameLabel(names[group.index] ?? '', (group.startAngle + group.endAngle) / 2)}
        </g>
      ))}
    </svg>
  )
}

/** A horizontal name beside its arc. The angle is in radians, clockwise from the top. */
function nameLabel(name: string, angle: number): Result {
  const [x, y] = [Math.sin(angle) * (RADIUS + LABEL_GAP), -Math.cos(angle) * (RADIUS + LABEL_GAP)]
  const shown = name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`
  return (
    <text x={round(x)} y={round(y)} textAnchor={x < 0 ? 'end' : 'start'} dominantBaseline="central">
      {shown}
    </text>
  )
}

/** `12.345678`: a number in a path. */
const LONG_NUMBER = /(?:-|(?<!\d))\d+\.\d{2,}(?:e-\d+)?/g

/** Rounds the numbers in a path of d3. */
function tidy(path: string): string {
  return path.replace(LONG_NUMBER, (number) => String(round(Number(number))))
}
