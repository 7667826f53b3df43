/**
 * The floors that `npm run bench` compares builds with: reading the dump, copying the site, and Hugo on the same texts.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Wall time and CPU time in seconds; `memoryMb` is null if it was not measured. */
export interface Cost {
  readonly wall: number
  readonly cpu: number
  readonly memoryMb: number | null
}

/** Measures the cost of `run`, with the programs that it waits for. */
export function measureCost(run: () => void): Cost {
  const [start, cpuStart] = [performance.now(), cpuSeconds()]
  run()
  return { wall: (performance.now() - start) / 1000, cpu: cpuSeconds() - cpuStart, memoryMb: null }
}

/** CPU seconds of this process and, on Linux, of its children that have ended. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6 + childCpuSeconds()
}

/** CPU seconds of ended child processes: fields 16 and 17 of `/proc/self/stat`, in hundredths of a second. */
function childCpuSeconds(): number {
  if (!existsSync('/proc/self/stat')) return 0
  const status = readFileSync('/proc/self/stat', 'utf8')
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[13]) + Number(fields[14])) / TICKS_A_SECOND
}

const TICKS_A_SECOND = 100

/** The files below a folder, sorted by path. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

export function readAll(folder: string): Cost {
  return measureCost(() => {
    for (const file of listFiles(folder)) readFileSync(file)
  })
}

export function copyAll(from: string, to: string): Cost {
  return measureCost(() => execFileSync('cp', ['-r', from, to]))
}

const LAYOUTS = {
  'single.html': '<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}',
  'list.html':
    '<!doctype html><title>{{ .Title }}</title>{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}',
}

/**
 * Runs Hugo, which makes a plain page per text and a list per folder: much less work than a build. Returns `null` if
 * there is no `hugo` on PATH.
 */
export function runHugo(dump: string, folder: string): Cost | null {
  if (spawnSync('hugo', ['version']).status !== 0) return null
  mkdirSync(join(folder, 'layouts', '_default'), { recursive: true })
  for (const [name, text] of Object.entries(LAYOUTS)) writeFileSync(join(folder, 'layouts', '_default', name), text)
  writeFileSync(join(folder, 'hugo.toml'), 'title = "Archive"\ndisableKinds = ["taxonomy", "term", "RSS"]\n')
  // Debian's older Hugo reads only a file of this name.
  writeFileSync(join(folder, 'config.toml'), readFileSync(join(folder, 'hugo.toml')))
  for (const file of listFiles(dump)) writePage(file, join(folder, 'content'))
  return measureCost(() => execFileSync('hugo', ['--source', folder, '--quiet']))
}

function writePage(file: string, content: string): void {
  const text = readFileSync(file, 'latin1')
  const title = TITLE.exec(text)?.[1]?.trim() ?? basename(file)
  const section = join(content, basename(join(file, '..')))
  mkdirSync(section, { recursive: true })
  const front = `---\ntitle: ${JSON.stringify(title.replace(NO_PRINTABLE, '?'))}\n---\n`
  writeFileSync(join(section, `${basename(file)}.md`), `${front}\n~~~~~~~~\n${text}\n~~~~~~~~\n`)
}

/** `TITLE   :PRB: The printer hums` */
const TITLE = /^TITLE\s*:(.*)$/m
/** Characters that are replaced in titles, because YAML forbids control characters; the title of Q154452 has one. */
const NO_PRINTABLE = /[^ -~]/g
