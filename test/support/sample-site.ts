/** The site of the sample archive, built by the CLI into a temporary folder that goes when the process ends. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The folder that holds `index.html`. `options` are those of `kb build`. */
export function makeSampleSite(...options: readonly string[]): string {
  const temporary = mkdtempSync(join(tmpdir(), 'kb-sample-'))
  process.on('exit', () => rmSync(temporary, { recursive: true, force: true }))
  runKb('build', join(ROOT, 'kb'), '--out', temporary, '--no-cache', '--quiet', ...options)
  return join(temporary, 'site')
}

/** Runs a command of the CLI that must succeed. */
export function runKb(...args: readonly string[]): void {
  const run = spawnSync(process.execPath, [join(ROOT, 'scripts/kb.mjs'), ...args], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`\`kb ${args.join(' ')}\` ended with ${run.status}: ${run.stderr}`)
}
