/** A build on stderr: its steps as they go on, and a table at the end. */
import type { BuildEvent } from '../build/build-options.js'
import type { BuildSummary } from '../build/build-summary.js'
import { SKIP_REASONS } from '../dump/skipped.js'
import type { Io } from './command.js'

export interface Progress {
  readonly report: (event: BuildEvent) => void
  finish(summary: BuildSummary): void
  stop(): void
}

export function createProgress(io: Io, quiet: boolean): Progress {
  const print = (line: string) => {
    if (!quiet) io.stderr.write(`${line}\n`)
  }
  return {
    report(event) {
      if (event.type === 'step') print(`${event.name}${event.total === null ? '' : `: ${event.total} ${event.unit}`}`)
      if (event.type === 'note') print(event.text)
    },
    finish: (summary) => print(toTable(summary)),
    stop: () => undefined,
  }
}

function toTable(summary: BuildSummary): string {
  const { plan, scan, published } = summary
  const lines = [
    `articles   ${plan.articleCount}`,
    `problems   ${summary.counts.problems}`,
    `pages      ${summary.counts.pages}`,
    `files      ${published.written} written, ${published.unchanged} unchanged, ${published.removed} removed`,
    ...scan.skipped.map(
      ({ reason, count, names }) => `skipped    ${count} (${SKIP_REASONS[reason]}): ${names.join(', ')}`,
    ),
    ...summary.steps.map(
      ({ name, seconds, cpuSeconds }) => `${name.padEnd(10)} ${seconds.toFixed(1)} s (CPU ${cpuSeconds.toFixed(1)} s)`,
    ),
    `memory     ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
  ]
  return lines.join('\n')
}
