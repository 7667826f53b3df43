/** Prints the table of dumps at the end of a build. */
import type { DumpRow } from '../../pipeline/run/dump-table.js'
import { toTerminalLine } from './terminal-text.js'

/** Most dumps that are printed, and most characters of a name. */
const MOST_ROWS = 40
const MOST_NAME = 40

const COLUMNS = [
  ['articles', 'articles'],
  ['only here', 'onlyHere'],
  ['also elsewhere', 'alsoElsewhere'],
  ['newer here', 'newerHere'],
  ['unreadable', 'unreadable'],
] as const satisfies readonly (readonly [string, keyof DumpRow])[]

/**
 * Returns the table as lines with aligned columns; `[]` if there is only one dump.
 *
 *     dump          articles  only here  also elsewhere  newer here  unreadable
 *     txt             56,989     52,100           4,889           3           0
 */
export function toDumpLines(dumps: readonly DumpRow[]): string[] {
  if (dumps.length === 0) return []
  const shown = dumps.slice(0, MOST_ROWS)
  const names = shown.map(({ name }) => (name === '' ? 'other files' : cutName(toTerminalLine(name))))
  const width = Math.max(LABEL_WIDTH, ...names.map((name) => name.length))
  const head = ['dump'.padEnd(width), ...COLUMNS.map(([title]) => title)].join('  ')
  const rows = shown.map((row, at) => [(names[at] ?? '').padEnd(width), ...COLUMNS.map(toCell(row))].join('  '))
  const left = dumps.length - shown.length
  return [head, ...rows, ...(left > 0 ? [`and ${left.toLocaleString('en-US')} more dumps`] : [])]
}

/** The width of the labels in the summary above the table. */
const LABEL_WIDTH = 12

function toCell(row: DumpRow): (column: (typeof COLUMNS)[number]) => string {
  return ([title, field]) => row[field].toLocaleString('en-US').padStart(title.length)
}

/** Cuts the beginning of a long name: what tells dumps apart is at its end. */
function cutName(name: string): string {
  return name.length <= MOST_NAME ? name : `...${name.slice(3 - MOST_NAME)}`
}
