/** A figure with a chart, a summary in words, and a folded table of the values. */
import type { Result } from 'hastscript'

export interface ChartTable {
  readonly head: readonly string[]
  /** The first cell names the row. */
  readonly rows: readonly (readonly string[])[]
}

export interface Chart {
  readonly title: string
  /** A description in words, for readers who cannot see the chart: a sentence or two. */
  readonly summary: string
  readonly drawing: Result
  readonly table: ChartTable
}

/** The name of an empty product: articles may have none. */
const NO_NAME = '(none)'

export function chartFigure({ title, summary, drawing, table }: Chart): Result {
  return (
    <figure class="chart">
      <figcaption>
        <b>{title}</b> <span>{summary}</span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways where the window is narrow */}
      <div class="scroll" tabIndex={0}>
        {drawing}
      </div>
      <details>
        <summary>The figures</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, by keyboard too */}
        <div class="scroll" tabIndex={0}>
          <table>
            <thead>
              <tr>
                {table.head.map((cell) => (
                  <th scope="col">{cell}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([name, ...cells]) => (
                <tr>
                  <th scope="row">{name || NO_NAME}</th>
                  {cells.map((cell) => (
                    <td>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}
