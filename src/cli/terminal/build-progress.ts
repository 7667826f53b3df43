/** Prints the progress of a build to stderr: a line per step, or a live line on a terminal; at the end, a table. */

import { join } from 'node:path'
import { SKIP_REASONS } from '../../dump/skipped.js'
import type { BuildSummary } from '../../pipeline/build-summary.js'
import type { BuildEvent } from '../../pipeline/run/build-options.js'
import type { Io } from '../command.js'
import { toDumpLines } from './dump-lines.js'
import { toTerminalLine } from './terminal-text.js'

export interface Progress {
  readonly report: (event: BuildEvent) => void
  /** Prints the table; on a terminal also the list of problems and the next steps for the site below `out`. */
  finish(summary: BuildSummary, out: string): void
  /** Clears the live line, also after an error. */
  stop(): void
}

interface Step {
  readonly name: string
  readonly unit: string
  readonly total: number | null
  readonly start: number
}

/** Creates the progress of a build. With `quiet` it prints nothing; errors are printed elsewhere. */
export function createProgress({ stderr }: Io, quiet: boolean): Progress {
  if (quiet) return { report: () => undefined, finish: () => undefined, stop: () => undefined }
  const isLive = stderr.isTTY === true
  let step: Step | null = null
  const clear = () => {
    if (isLive) stderr.write('\r\x1b[K')
  }
  return {
    report(event) {
      switch (event.type) {
        case 'step':
          step = { ...event, start: performance.now() }
          if (!isLive) stderr.write(`${event.name}${toAmount(event)}\n`)
          return
        case 'progress':
          if (isLive && step !== null)
            stderr.write(`\r\x1b[K${cut(toLiveLine(step, event.done), stderr.columns ?? 80)}`)
          return
        case 'note':
          clear()
          stderr.write(`${event.text}\n`)
      }
    },
    finish(summary, out) {
      clear()
      stderr.write(`${toTable(summary)}\n${isLive ? toNextSteps(summary, out) : ''}`)
    },
    stop: clear,
  }
}

function toAmount({ total, unit }: { readonly total: number | null; readonly unit: string }): string {
  return total === null ? '' : `: ${toCount(total)} ${unit}`
}

/** `parse  12,300 of 52,888 articles  2,460/s  17 s left` */
function toLiveLine({ name, unit, total, start }: Step, done: number): string {
  const seconds = (performance.now() - start) / 1000
  const rate = done / Math.max(seconds, 0.001)
  if (total === null) return `${name}  ${toCount(done)} ${unit}  ${toCount(rate)}/s`
  const left = done > 0 && done < total ? `  ${Math.ceil((total - done) / rate)} s left` : ''
  return `${name}  ${toCount(done)} of ${toCount(total)} ${unit}  ${toCount(rate)}/s${left}`
}

function cut(line: string, columns: number): string {
  return line.length < columns ? line : line.slice(0, columns - 1)
}

function toCount(count: number): string {
  return Math.round(count).toLocaleString('en-US')
}

const BYTES_A_MB = 1_048_576

/** Advice on what to do next, for a person at a terminal. */
function toNextSteps({ counts }: BuildSummary, out: string): string {
  const site = toTerminalLine(join(out, 'site'))
  const problems = toTerminalLine(join(out, 'data', 'problems.json'))
  return [
    ...(counts.problems > 0 ? [`The problems are listed in ${problems}, and on the site's page of problems.`] : []),
    `To read it, open ${join(site, 'index.html')}, or run kb serve ${site}`,
    `To hand it on, run kb pack --site ${site}`,
    '',
  ].join('\n')
}

/** Formats the summary of a build as a table. */
export function toTable(summary: BuildSummary): string {
  const { counts, published, steps, peakMemoryBytes } = summary
  const rows: [string, string][] = [
    ['articles', toCount(summary.articles)],
    ['problems', toCount(counts.problems)],
    ['pages', toCount(counts.pages)],
    [
      'files',
      `${toCount(published.written)} written, ${toCount(published.unchanged)} unchanged, ${toCount(published.removed)} removed`,
    ],
  ]
  if (summary.inBothForms.length > 0)
    rows.push([
      'in two forms',
      `${toCount(summary.inBothForms.length)} ids: built from the raw text, not the Markdown page`,
    ])
  if (summary.revised.length > 0)
    rows.push(['revised', `${toCount(summary.revised.length)} ids with several texts: the newest is the article`])
  if (summary.copies > 0) rows.push(['copies', `${toCount(summary.copies)} files hold the bytes of another`])
  if (summary.nearCopies > 0)
    rows.push(['near copies', `${toCount(summary.nearCopies)} files hold the words of another, in another layout`])
  for (const { reason, count, names } of summary.skipped)
    rows.push(['skipped', `${toCount(count)} ${SKIP_REASONS[reason]}: ${toNames(names, count)}`])
  const times = steps.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)}`)
  const total = steps.reduce((sum, { seconds }) => sum + seconds, 0)
  rows.push(['seconds', `${total.toFixed(1)} (${times.join(', ')})`])
  rows.push(['memory', `${toCount(peakMemoryBytes / BYTES_A_MB)} MB at most`])
  const lines = rows.map(([name, value]) => `${name.padEnd(12)}  ${value}`)
  return [...lines, ...toDumpLines(summary.dumps)].join('\n')
}

function toNames(names: readonly string[], count: number): string {
  const shown = names.map(toTerminalLine).join(', ')
  return count > names.length ? `${shown} and ${toCount(count - names.length)} more` : shown
}
