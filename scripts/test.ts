/**
 * Runs test files, each in a process of its own, and makes sure that a file which tests nothing does not pass.
 *
 *     npm test [-- PATTERN]            all files but the long ones, which end in `.long.test.ts`
 *     npm run test:fast [-- PATTERN]   only files without other processes: no browser, no build, no package
 *     npm run test:all [-- PATTERN]    the long ones, too
 *     npm run test:all -- --besides    only the files that `npm test` leaves out
 *
 * uvu exits with 0 if a file forgets `.run()`, matches nothing, throws in a hook or uses `.only`. So the totals that it
 * prints are read, and a file that ran no test has failed. A missing tool is a skip, or a failure if CI=true. The last
 * line is `N passed, N failed`.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { compile } from './compile.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FILE_TIMEOUT_MS = 15 * 60_000

/** ` Total:     12`: uvu's summary, without colours. */
const TOTAL = /^\s*(Total|Passed|Skipped):\s+(\d+)/gm
/** A colour sequence: `ESC[32m`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with ESC
const COLOUR = /\u001b\[[0-9;]*m/g
/** The line that `test/support/tool.ts` prints for a missing tool: `# skipped: chromium ...`. */
const SKIP = /^# skipped: .*$/gm

interface FileResult {
  readonly file: string
  readonly passed: number
  readonly failed: number
  readonly skips: readonly string[]
  /** The output of a failed file, and why it has failed; `null` if it passed. */
  readonly report: string | null
}

const { values: flags, positionals } = parseArgs({
  options: { fast: { type: 'boolean' }, all: { type: 'boolean' }, besides: { type: 'boolean' } },
  allowPositionals: true,
})

/** Files that take minutes: long fuzzing, kills at random moments, the real corpus, more browsers. */
const LONG = /\.long\.test\.ts$/
/**
 * Folders that `test:fast` leaves out; and helpers that run the program or build a site, whose users it leaves out,
 * too.
 */
const SLOW_FOLDER = /^test\/(?:browser|cli|examples|package)\//
const RUNS_PROGRAM = /support\/(?:run-kb|built-site|built-twice|sample-site|copy-program)\.js'|'\.\/render-site\.js'/
/** Folders whose files are started first: they are slow, and should not run alone at the end. */
const FIRST: readonly string[] = [
  'test/fuzz/',
  'test/browser/',
  'test/package/',
  'test/pipeline/',
  'test/cli/',
  'test/examples/',
]
/** Factor by which a long file tries more inputs than the short file that it loads: see `test/support/thorough.ts`. */
const THOROUGH = '5'

function readSource(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
}

/** Reports whether the flags select a file. A pattern that contains `long` selects long files, too. */
function isWanted(file: string, pattern: string): boolean {
  if (flags.besides === true) return LONG.test(file)
  if (flags.fast === true) return !LONG.test(file) && !SLOW_FOLDER.test(file) && !RUNS_PROGRAM.test(readSource(file))
  return flags.all === true || pattern.includes('long') || !LONG.test(file)
}

function listTestFiles(pattern: string): string[] {
  const wanted = new RegExp(pattern)
  const turnOf = (file: string) =>
    (FIRST.findIndex((folder) => file.startsWith(folder)) + FIRST.length + 1) % (FIRST.length + 1)
  return readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .map((name) => `test/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.test.ts') && wanted.test(name) && isWanted(name, pattern))
    .sort((a, b) => turnOf(a) - turnOf(b) || (a < b ? -1 : 1))
}

/** `const check = suite('kb check')`, or uvu's default suite, `test`. */
const SUITE = /\bconst (\w+) = suite\(|\bimport \{[^}]*\b(test)\b[^}]*\} from 'uvu'/g
/** An import of another test file: a long file may run a short one more thoroughly. */
const LOADS_TESTS = /^import '[./\w-]+\.test\.js'$/m

/** A reason, seen in the source, why a file could pass without testing anything; `null` if there is none. */
function silentGreen(source: string): string | null {
  const suites = [...source.matchAll(SUITE)].flatMap(([, own, general]) => own ?? general ?? [])
  const forgotten = suites.filter((name) => !source.includes(`${name}.run()`))
  if (forgotten.length > 0) return `never calls \`${forgotten.join('.run()`, `')}.run()\`, so its tests never run`
  if (suites.length === 0 && !LOADS_TESTS.test(source)) return 'has no suite of tests'
  if (/\b\w+\.only\(/.test(source)) return 'narrows the run with `.only(`'
  if (/\.(before|after)(\.each)?\(/.test(source)) return 'uses a hook; uvu exits 0 when one throws'
  return null
}

function count(output: string, name: string): number {
  let sum = 0
  for (const [, label, value] of output.matchAll(TOTAL)) if (label === name) sum += Number(value)
  return sum
}

function judge(file: string, output: string, exit: number | string): FileResult {
  const total = count(output, 'Total')
  const passed = count(output, 'Passed')
  const skipped = count(output, 'Skipped')
  const skips = output.match(SKIP) ?? []
  const reasons: string[] = []
  const green = silentGreen(readSource(file))
  if (green !== null) reasons.push(green)
  if (exit !== 0) reasons.push(`ended with ${exit}`)
  if (total === 0 && skips.length === 0) reasons.push('ran no test')
  if (process.env.CI && skipped + skips.length > 0) reasons.push('skipped tests in CI')
  const failed = Math.max(total - passed - skipped, reasons.length > 0 ? 1 : 0)
  return { file, passed, failed, skips, report: failed > 0 ? `${output}\n${file}: ${reasons.join('; ')}` : null }
}

function run(file: string, shared: string): Promise<FileResult> {
  const thorough = LONG.test(file) ? { KB_THOROUGH: process.env.KB_THOROUGH ?? THOROUGH } : {}
  const env = { ...process.env, ...thorough, KB_TEST_SHARED: shared }
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', file], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    const timer = setTimeout(() => child.kill('SIGKILL'), FILE_TIMEOUT_MS)
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve(judge(file, Buffer.concat(chunks).toString('utf8').replace(COLOUR, ''), signal ?? code ?? 'no exit code'))
    })
  })
}

/** Runs the files, one per core at a time but at most four, and prints each result when it is there. */
async function runAll(files: readonly string[]): Promise<FileResult[]> {
  const queue = [...files]
  const results: FileResult[] = []
  const shared = mkdtempSync(join(tmpdir(), 'kb-test-'))
  const worker = async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const start = performance.now()
      const result = await run(file, shared)
      results.push(result)
      const seconds = ((performance.now() - start) / 1000).toFixed(1)
      const counts = `${result.passed} passed, ${result.failed} failed`
      console.log(`${result.failed > 0 ? 'FAIL' : 'ok  '} ${file} (${counts}, ${seconds} s)`)
      if (result.report !== null) console.log(result.report)
    }
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker))
  rmSync(shared, { recursive: true, force: true })
  return results
}

await compile()
const results = await runAll(listTestFiles(positionals[0] ?? ''))
const failed = results.reduce((sum, result) => sum + result.failed, 0) + (results.length === 0 ? 1 : 0)
const passed = results.reduce((sum, result) => sum + result.passed, 0)
const skips = results.flatMap((result) => result.skips.map((skip) => `${result.file}: ${skip.slice(2)}`))
if (skips.length > 0) console.log(`\nSKIPPED, because a tool is missing (a failure in CI):\n  ${skips.join('\n  ')}\n`)
if (results.length === 0) console.log('no test file matches')
for (const result of results.filter((one) => one.failed > 0)) console.log(`failed: ${result.file}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
