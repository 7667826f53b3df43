/**
 * The table of dumps: what each one has, and what only it has. A dump is a source, or one of several folders of a source
 * that each look like a dump.
 */
import type { UnreadFiles } from '../../dump/skipped.js'
import type { SourceRecord } from '../store/source-record.js'

/** A line of the table; all counts but `unreadable` are counts of article numbers. */
export interface DumpRow {
  /** As in `SourceRecord.dump`; of a folder `wild/pcjs`, or `pcjs` if there is one source. `''`: the rest of a source. */
  readonly name: string
  readonly articles: number
  /** Numbers that no other dump has. */
  readonly onlyHere: number
  readonly alsoElsewhere: number
  /** Numbers whose text here has a later date than those of all other dumps. */
  readonly newerHere: number
  /** Files that may hold an article and gave none. */
  readonly unreadable: number
}

/** Dump -> its folders with the number of unread files. */
export type UnreadByDump = ReadonlyMap<string, UnreadFiles>

/** Makes the table, in the order of the sources; `[]` if there is only one dump. */
export function tabulateDumps(records: readonly SourceRecord[], unread: UnreadByDump): readonly DumpRow[] {
  const splits = toSplits(records, unread)
  if (splits.size < 2 && [...splits.values()].every((split) => split === null)) return []
  const tallies = new Map<string, Tally>([...splits].flatMap(([dump, split]) => toTallies(dump, split)))
  const rowOf = (dump: string, name: string) => tallies.get(rowName(dump, splits.get(dump) ?? null, name))
  for (const [dump, folders] of unread)
    for (const [folder, count] of folders) {
      const tally = rowOf(dump, `${folder}/`) ?? addTally(tallies, dump)
      tally.unreadable += count
    }
  for (const holders of newestByDump(records, rowOf)) countNumber(holders)
  return [...tallies].map(([name, tally]) => ({ name, articles: tally.onlyHere + tally.alsoElsewhere, ...tally }))
}

interface Tally {
  onlyHere: number
  alsoElsewhere: number
  newerHere: number
  unreadable: number
}

function addTally(tallies: Map<string, Tally>, name: string): Tally {
  const tally = { onlyHere: 0, alsoElsewhere: 0, newerHere: 0, unreadable: 0 }
  tallies.set(name, tally)
  return tally
}

function toTallies(dump: string, split: Split | null): [string, Tally][] {
  const tallies = new Map<string, Tally>()
  if (split === null) addTally(tallies, dump)
  else for (const folder of [...split.folders].sort()) addTally(tallies, joinName(dump, folder))
  return [...tallies]
}

/** The folders of a source that are dumps of their own; all their paths begin with `prefix`. */
interface Split {
  readonly prefix: string
  readonly folders: ReadonlySet<string>
}

/** Most folders that are taken as dumps of their own. */
const MOST_FOLDERS = 40
/** Matches a folder of a bucket or of an article, which is no dump: `214`, `Q214864`. */
const NUMBERED = /^Q?[0-9]+$/i

function toSplits(records: readonly SourceRecord[], unread: UnreadByDump): Map<string, Split | null> {
  const names = new Map<string, string[]>([...unread.keys()].map((dump) => [dump, []]))
  for (const { dump, name } of records) names.get(dump)?.push(name)
  return new Map([...names].map(([dump, paths]) => [dump, splitFolders(paths)]))
}

/** Returns the folders with articles if there are several, none is numbered, and no article is beside them. */
function splitFolders(names: readonly string[]): Split | null {
  const prefix = sharedFolder(names)
  const folders = new Set<string>()
  for (const name of names) {
    const folder = firstFolder(name, prefix)
    if (folder === null || NUMBERED.test(folder) || folders.size > MOST_FOLDERS) return null
    folders.add(folder)
  }
  return folders.size < 2 || folders.size > MOST_FOLDERS ? null : { prefix, folders }
}

/** The longest path of folders with which all names begin, with the slash at its end; may be empty. */
function sharedFolder([first = '', ...others]: readonly string[]): string {
  let length = first.lastIndexOf('/') + 1
  for (const name of others)
    while (!name.startsWith(first.slice(0, length))) length = length < 2 ? 0 : first.lastIndexOf('/', length - 2) + 1
  return first.slice(0, length)
}

function firstFolder(name: string, prefix: string): string | null {
  const end = name.startsWith(prefix) ? name.indexOf('/', prefix.length) : -1
  return end < 0 ? null : name.slice(prefix.length, end)
}

/** The row of a file; of one that is in none of the folders, the row of the rest. */
function rowName(dump: string, split: Split | null, name: string): string {
  const folder = split === null ? null : firstFolder(name, split.prefix)
  return folder !== null && split?.folders.has(folder) ? joinName(dump, folder) : dump
}

function joinName(dump: string, folder: string): string {
  return dump === '' ? folder : `${dump}/${folder}`
}

type Holders = ReadonlyMap<Tally, string>

/** For each number the dumps that have it, with the latest date there; `''`: undated. */
function newestByDump(
  records: readonly SourceRecord[],
  rowOf: (dump: string, name: string) => Tally | undefined,
): Iterable<Holders> {
  const numbers = new Map<number, Map<Tally, string>>()
  for (const { number, dump, name, modified } of records) {
    const row = rowOf(dump, name)
    if (row === undefined) continue
    const holders = numbers.get(number) ?? new Map<Tally, string>()
    numbers.set(number, holders)
    const known = holders.get(row) ?? ''
    holders.set(row, modified !== null && modified > known ? modified : known)
  }
  return numbers.values()
}

function countNumber(holders: Holders): void {
  let latest = ''
  for (const date of holders.values()) if (date > latest) latest = date
  const newest = [...holders].flatMap(([row, date]) => (date === latest ? [row] : []))
  for (const row of holders.keys()) {
    if (holders.size === 1) row.onlyHere++
    else row.alsoElsewhere++
    if (holders.size > 1 && newest.length === 1 && newest[0] === row) row.newerHere++
  }
}
