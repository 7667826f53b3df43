/** `kb check`: verifies a built site and prints what is wrong with it. It never writes. */
import { FINDINGS, type Finding } from '../build/check-finding.js'
import { checkSite } from '../build/check-site.js'
import type { Arguments, Command, Io } from './command.js'

/** Of each kind as many are printed: the rest is counted. */
const shownOfEach = 20

export const command: Command = {
  summary: 'verify a built site or its archive: links, articles, search index',
  usage: '[DIR|FILE.zip]',
  options: {},
  async run(given: Arguments, io: Io): Promise<number> {
    const directory = given.positionals[0] ?? 'dist/site'
    const report = await checkSite(directory, () => undefined)
    for (const line of describeFindings(report.findings)) io.stdout.write(`${line}\n`)
    const result = report.findings.length === 0 ? 'nothing wrong' : `${report.findings.length} problems`
    io.stdout.write(`${directory}: ${result} in ${report.files} files, ${report.pages} pages, ${report.links} links\n`)
    return report.findings.length === 0 ? 0 : 1
  },
}

function describeFindings(findings: readonly Finding[]): string[] {
  return [...groupByCode(findings)].flatMap(([code, all]) => [
    ...all.slice(0, shownOfEach).map(({ file, found }) => `${file}: ${FINDINGS[code]}, found \`${found}\``),
    ...(all.length > shownOfEach ? [`... and ${all.length - shownOfEach} more of \`${code}\``] : []),
  ])
}

function groupByCode(findings: readonly Finding[]): ReadonlyMap<Finding['code'], readonly Finding[]> {
  const groups = new Map<Finding['code'], Finding[]>()
  for (const finding of findings) {
    const group = groups.get(finding.code) ?? []
    group.push(finding)
    groups.set(finding.code, group)
  }
  return groups
}
