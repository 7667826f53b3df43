/**
 * `npm run bench [FOLDER | COUNT ...]`: what a build costs, cold, warm and after one edit, beside floors of the same run.
 *
 * FOLDER: a dump, which is copied before it is edited; COUNT: a made-up dump of so many articles; without either, the sample.
 * Prints a table a dump: wall, CPU (of all threads and programs), peak memory, the ratio to `cp -r` of the site, and the last
 * result, which is kept in `dist/bench.json`. A busy machine makes the walls longer, CPU and ratios less so.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Cost, copyAll, listFiles, measureCost, readAll, runHugo } from './bench-floors.js'

const KB = fileURLToPath(new URL('./kb.mjs', import.meta.url))
const MAKE_CORPUS = fileURLToPath(new URL('./make-corpus.ts', import.meta.url))
const RESULT = 'dist/bench.json'

/** The costs of one dump by name: floors, builds, and the steps of the builds (`cold: parse`). */
interface Measured {
  readonly dump: string
  readonly articles: number
  readonly files: number
  readonly costs: Readonly<Record<string, Cost>>
}

/** What `kb build --profile` writes. */
interface Profile {
  readonly articles: number
  readonly files: number
  readonly peakMemoryBytes: number
  readonly steps: readonly { readonly name: string; readonly seconds: number; readonly cpuSeconds: number }[]
}

const BYTES_A_MB = 1_048_576

/** Builds; gives the cost of the whole under `name`, and of its steps, and what there is now. */
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

/** Changes one word of the article in the middle of the dump. */
function editOne(dump: string): void {
  const files = listFiles(dump)
  const file = files[Math.floor(files.length / 2)] ?? ''
  const text = readFileSync(file, 'latin1')
  const edited = text.replace(' the ', ' this other ')
  writeFileSync(file, edited === text ? text.replace(/(\w+)(?=[^\w]*$)/, '$1 edited') : edited, 'latin1')
}

/** Copies the dump that is `given`, or makes one up. */
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
    editOne(dump)
    const edited = build('one edited', dump, out)
    const hugo = runHugo(dump, join(folder, 'hugo'))
    if (hugo === null) process.stderr.write('No `hugo` on PATH: its row is left out.\n')
    const floors = { 'reading the dump': read, 'cp -r of the site': copied, ...(hugo === null ? {} : { hugo }) }
    const { articles, files } = cold.profile
    return {
      dump: given,
      articles,
      files,
      costs: { ...floors, ...cold.costs, ...unchanged.costs, ...edited.costs },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function toRows({ articles, costs }: Measured, last: Measured | undefined): Record<string, Record<string, unknown>> {
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
        'last wall': round(last?.costs[name]?.wall),
        'last cpu': round(last?.costs[name]?.cpu),
      },
    ]),
  )
}

/** The last result; none where it was written by another version of this script. */
function readLast(): readonly Measured[] {
  if (!existsSync(RESULT)) return []
  const last: readonly Partial<Measured>[] = JSON.parse(readFileSync(RESULT, 'utf8'))
  return last.flatMap(({ dump, articles, files, costs }) =>
    dump === undefined || articles === undefined || files === undefined || costs === undefined
      ? []
      : [{ dump, articles, files, costs }],
  )
}

const before = readLast()
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
      before.find((last) => last.dump === dump),
    ),
  )
}
mkdirSync('dist', { recursive: true })
const others = before.filter(({ dump }) => !dumps.includes(dump))
writeFileSync(RESULT, `${JSON.stringify([...others, ...results], null, 2)}\n`)
