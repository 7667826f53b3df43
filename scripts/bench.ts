/**
 * `npm run bench [FOLDER | COUNT ...]`: measures builds without a cache, with one, and after each kind of change; also
 * floors to compare with (`bench-floors.ts`).
 *
 * FOLDER is a dump, which is copied before it is changed; COUNT makes a dump of that many made-up articles; the default
 * is the sample. Prints a table for each dump: wall time, CPU time (of all threads and programs), peak memory, the
 * ratio to `cp -r` of the site, and the previous result, which is in `dist/bench.json`. At the end, the changed dump is
 * built without a cache, and must give the same site.
 *
 * On a busy machine, CPU times and ratios vary less than wall times. Everything is written to the system's temporary
 * folder. On a disk, the time for new files varies most; in memory (`TMPDIR=/dev/shm`) the figures are stable.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Cost, copyAll, listFiles, measureCost, readAll, runHugo } from './bench-floors.js'

const KB = fileURLToPath(new URL('./kb.mjs', import.meta.url))
const MAKE_CORPUS = fileURLToPath(new URL('./make-corpus.ts', import.meta.url))
const RESULT = 'dist/bench.json'

/** The costs for one dump, by name: floors, builds, and steps of builds (`cold: parse`). */
interface Measured {
  readonly dump: string
  readonly articles: number
  readonly files: number
  readonly costs: Readonly<Record<string, Cost>>
}

/** The file that `kb build --profile` writes. */
interface Profile {
  readonly articles: number
  readonly files: number
  readonly peakMemoryBytes: number
  readonly steps: readonly { readonly name: string; readonly seconds: number; readonly cpuSeconds: number }[]
}

const BYTES_A_MB = 1_048_576

/** Runs a build; returns its cost under `name`, the cost of each step, and the profile. */
function build(name: string, dump: string, out: string) {
  const file = join(out, '..', 'profile.json')
  const args = [KB, 'build', dump, '--out', out, '--quiet', '--profile', file]
  const cost = measureCost(() => execFileSync(process.execPath, args, { stdio: 'inherit' }))
  const profile: Profile = JSON.parse(readFileSync(file, 'utf8'))
  const costs: Record<string, Cost> = { [name]: { ...cost, memoryMb: profile.peakMemoryBytes / BYTES_A_MB } }
  for (const step of profile.steps)
    costs[`${name}: ${step.name}`] = { wall: step.seconds, cpu: step.cpuSeconds, memoryMb: null }
  return { costs, profile }
}

/** The changes of the dump's middle file, in order. Each returns the new text, or null to remove the file. */
const CHANGES: Readonly<Record<string, (text: string) => string | null>> = {
  'one edited': (text) =>
    text.includes(' the ') ? text.replace(' the ', ' this other ') : text.replace(/(\w+)(?=[^\w]*$)/, '$1 edited'),
  'one retitled': (text) => text.replace(/^(TITLE *:.*|title: ".*(?="))/m, '$1 Again'),
  'one removed': () => null,
  'one added': (text) => text,
}

/** Measures a build after each change. */
function buildChanged(dump: string, out: string): Record<string, Cost> {
  const files = listFiles(dump)
  const file = files[Math.floor(files.length / 2)] ?? ''
  let text = readFileSync(file, 'latin1')
  const costs: Record<string, Cost> = {}
  for (const [name, change] of Object.entries(CHANGES)) {
    const changed = change(text)
    if (changed === null) rmSync(file)
    else writeFileSync(file, changed, 'latin1')
    text = changed ?? text
    Object.assign(costs, build(name, dump, out).costs)
  }
  return costs
}

/** Reports whether two sites have the same files with the same bytes. */
function isSame(site: string, other: string): boolean {
  const toNames = (folder: string) => listFiles(folder).map((file) => relative(folder, file))
  const names = toNames(site)
  return (
    names.join('\n') === toNames(other).join('\n') &&
    names.every((name) => readFileSync(join(site, name)).equals(readFileSync(join(other, name))))
  )
}

/** Copies the given dump, or makes one of the given size. */
function prepare(given: string, dump: string): void {
  if (!/^\d+$/.test(given)) cpSync(given, dump, { recursive: true })
  else execFileSync(process.execPath, ['--import', 'tsx', MAKE_CORPUS, given, dump], { stdio: 'inherit' })
}

function measure(given: string): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'kb-bench-'))
  const [dump, out] = [join(folder, 'dump'), join(folder, 'out')]
  try {
    prepare(given, dump)
    const read = readAll(dump)
    const cold = build('cold', dump, out)
    const copied = copyAll(join(out, 'site'), join(folder, 'copy'))
    rmSync(join(folder, 'copy'), { recursive: true })
    const unchanged = build('unchanged', dump, out)
    const changed = buildChanged(dump, out)
    const again = build('cold again', dump, join(folder, 'again'))
    if (!isSame(join(out, 'site'), join(folder, 'again/site')))
      throw new Error('Expected the site after all changes to be the one that is built from nothing')
    rmSync(join(folder, 'again'), { recursive: true })
    const hugo = runHugo(dump, join(folder, 'hugo'))
    if (hugo === null) process.stderr.write('No `hugo` on PATH: its row is left out.\n')
    const floors = { 'reading the dump': read, 'cp -r of the site': copied, ...(hugo === null ? {} : { hugo }) }
    const { articles, files } = cold.profile
    return {
      dump: given,
      articles,
      files,
      costs: { ...floors, ...cold.costs, ...unchanged.costs, ...changed, ...again.costs },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function toRows(
  { articles, costs }: Measured,
  previous: Measured | undefined,
): Record<string, Record<string, unknown>> {
  const round = (value: number | undefined | null) => (typeof value === 'number' ? Math.round(value * 100) / 100 : '')
  const floor = costs['cp -r of the site']?.wall ?? Number.NaN
  return Object.fromEntries(
    Object.entries(costs).map(([name, { wall, cpu, memoryMb }]) => [
      name,
      {
        wall: round(wall),
        cpu: round(cpu),
        'ms CPU an article': round((1000 * cpu) / articles),
        'memory MB': round(memoryMb),
        'wall / cp -r': round(wall / floor),
        'last wall': round(previous?.costs[name]?.wall),
        'last cpu': round(previous?.costs[name]?.cpu),
      },
    ]),
  )
}

/** Reads the previous result; skips entries that another version of this script has written. */
function readPrevious(): readonly Measured[] {
  if (!existsSync(RESULT)) return []
  const found: readonly Partial<Measured>[] = JSON.parse(readFileSync(RESULT, 'utf8'))
  return found.flatMap(({ dump, articles, files, costs }) =>
    dump === undefined || articles === undefined || files === undefined || costs === undefined
      ? []
      : [{ dump, articles, files, costs }],
  )
}

const previous = readPrevious()
const dumps = process.argv.length > 2 ? process.argv.slice(2) : ['kb']
execFileSync(process.execPath, [KB, '--help'], { stdio: 'ignore' })
const results: Measured[] = []
for (const dump of dumps) {
  const measured = measure(dump)
  results.push(measured)
  process.stdout.write(`\n${dump}: ${measured.articles} articles, ${measured.files} files\n`)
  console.table(
    toRows(
      measured,
      previous.find((other) => other.dump === dump),
    ),
  )
}
mkdirSync('dist', { recursive: true })
const others = previous.filter(({ dump }) => !dumps.includes(dump))
writeFileSync(RESULT, `${JSON.stringify([...others, ...results], null, 2)}\n`)
