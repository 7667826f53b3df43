/**
 * `npm run bench [FOLDER...]`: what a build costs, cold, warm and after one edit, as one table beside floors of the same run.
 *
 * FOLDER: dumps, each copied before it is edited; without one, the sample archive. Keeps the last result in `dist/bench.json` to compare with. The floors:
 * reading the dump file by file, and `cp -r` of the finished site. Figures are seconds; a busy machine makes them larger,
 * the ratios less so.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const KB = fileURLToPath(new URL('./kb.mjs', import.meta.url))
const RESULT = 'dist/bench.json'

interface Measured {
  readonly dump: string
  readonly articles: number
  readonly files: number
  readonly cold: number
  readonly coldCpu: number
  readonly memoryMb: number
  readonly unchanged: number
  readonly edited: number
  readonly readFloor: number
  readonly copyFloor: number
}

interface Profile {
  readonly articles: number
  readonly files: number
  readonly peakMemoryBytes: number
  readonly steps: readonly { readonly cpuSeconds: number }[]
}

function seconds(run: () => void): number {
  const start = performance.now()
  run()
  return (performance.now() - start) / 1000
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function build(dump: string, out: string): { readonly wall: number; readonly profile: Profile } {
  const file = join(out, '..', 'profile.json')
  const wall = seconds(() =>
    execFileSync(process.execPath, [KB, 'build', dump, '--out', out, '--quiet', '--profile', file], {
      stdio: 'inherit',
    }),
  )
  return { wall, profile: JSON.parse(readFileSync(file, 'utf8')) }
}

/** Changes one word of the article in the middle of the dump. */
function editOne(dump: string): void {
  const files = listFiles(dump)
  const file = files[Math.floor(files.length / 2)] ?? ''
  writeFileSync(file, readFileSync(file, 'latin1').replace(' the ', ' this '), 'latin1')
}

function measure(given: string): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'kb-bench-'))
  const [dump, out] = [join(folder, 'dump'), join(folder, 'out')]
  try {
    cpSync(given, dump, { recursive: true })
    const cold = build(dump, out)
    const unchanged = build(dump, out)
    editOne(dump)
    const edited = build(dump, out)
    return {
      dump: given,
      articles: cold.profile.articles,
      files: cold.profile.files,
      cold: cold.wall,
      coldCpu: cold.profile.steps.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
      memoryMb: cold.profile.peakMemoryBytes / 1_048_576,
      unchanged: unchanged.wall,
      edited: edited.wall,
      readFloor: seconds(() => listFiles(dump).forEach((file) => void readFileSync(file))),
      copyFloor: seconds(() => execFileSync('cp', ['-r', join(out, 'site'), join(folder, 'copy')])),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const COLUMNS = [
  'articles',
  'files',
  'cold',
  'coldCpu',
  'memoryMb',
  'unchanged',
  'edited',
  'readFloor',
  'copyFloor',
] as const

function toRow(measured: Measured): Record<string, number> {
  const round = (value: number) => Math.round(value * 100) / 100
  const row = Object.fromEntries(COLUMNS.map((column) => [column, round(measured[column])]))
  return {
    ...row,
    'cold/copy': round(measured.cold / measured.copyFloor),
    'unchanged/read': round(measured.unchanged / measured.readFloor),
  }
}

const before: readonly Measured[] = existsSync(RESULT) ? JSON.parse(readFileSync(RESULT, 'utf8')) : []
const dumps = process.argv.length > 2 ? process.argv.slice(2) : ['kb']
execFileSync(process.execPath, [KB, '--help'], { stdio: 'ignore' })
const measured = dumps.map(measure)
const rows: Record<string, Record<string, number>> = {}
for (const result of measured) {
  const last = before.find(({ dump }) => dump === result.dump)
  if (last !== undefined) rows[`${result.dump} (last time)`] = toRow(last)
  rows[result.dump] = toRow(result)
}
console.table(rows)
mkdirSync('dist', { recursive: true })
writeFileSync(RESULT, `${JSON.stringify(measured, null, 2)}\n`)
