/** `kb check`: checks a built site and prints the findings. It never writes. */

import { HOSTS, type Host, isHost } from '../check/check-host.js'
import { checkSite, type SiteReport } from '../check/check-site.js'
import { FINDINGS, type Finding } from '../check/finding.js'
import { KbError } from '../kb-error.js'
import { type Arguments, type Command, type Io, textFlag } from './command.js'
import { createCountProgress } from './terminal/count-progress.js'
import { writeLines } from './terminal/output.js'
import { toTerminalLine } from './terminal/terminal-text.js'

/** Most findings of a kind that are printed; the rest are counted. */
const shownOfEach = 20

const hostNames = Object.keys(HOSTS)

export const command: Command = {
  usage: `[DIR|FILE.zip] [--host ${hostNames.join('|')}]`,
  options: {
    host: { type: 'string', value: 'HOST', help: 'also whether the site fits the limits of this host' },
  },
  maxPositionals: 1,
  async run(given: Arguments, io: Io): Promise<number> {
    const target = given.positionals[0] ?? 'dist/site'
    const progress = createCountProgress(io, 'check', 'parts')
    const report = await checkSite({ target, host: readHost(textFlag(given, 'host')), report: progress.report })
    progress.finish()
    const lines = [...describeFindings(report.findings), `${target}: ${describeResult(report)}`]
    await writeLines(lines.map(toTerminalLine), io.stdout)
    return report.findings.length === 0 ? 0 : 1
  },
}

function readHost(name: string | null): Host | null {
  if (name === null || isHost(name)) return name
  throw new KbError('usage', `Expected --host ${hostNames.join(', ')}, found \`${name}\``, { exitCode: 2 })
}

function describeResult({ findings, files, pages, links, articles, shards }: SiteReport): string {
  const result = findings.length === 0 ? 'nothing wrong' : countOf(findings.length, 'problem')
  const counts = [
    countOf(files, 'file'),
    countOf(pages, 'page'),
    countOf(links, 'link'),
    articles === 0 ? 'no articles (their data is neither beside the site nor in it)' : countOf(articles, 'article'),
    countOf(shards, 'file of the index', 'files of the index'),
  ]
  return `${result} in ${counts.join(', ')}`
}

function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** One line per finding; pages with the same finding share a line. Only the first findings of a kind are described. */
function describeFindings(findings: readonly Finding[]): string[] {
  return [...groupBy(findings, (finding) => finding.code).values()].flatMap((ofCode) => {
    const same = [...groupBy(ofCode, (finding) => finding.found).values()]
    const more = same.length - shownOfEach
    const code = ofCode[0]?.code ?? ''
    return [...same.slice(0, shownOfEach).map(describe), ...(more > 0 ? [`... and ${more} more of \`${code}\``] : [])]
  })
}

/** `kb/214/Q214864/index.html and 3 more: Expected ..., found ...` */
function describe(same: readonly Finding[]): string {
  const [first] = same
  if (first === undefined) return ''
  const others = same.length === 1 ? '' : ` and ${same.length - 1} more`
  return `${first.file}${others}: ${FINDINGS[first.code]}, found \`${first.found}\``
}

function groupBy<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value)) ?? []
    group.push(value)
    groups.set(keyOf(value), group)
  }
  return groups
}
