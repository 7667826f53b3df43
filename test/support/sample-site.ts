/** The site of the sample archive, built by the CLI once a run for each set of options. Nobody may change it. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeShared } from './shared.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The folder that holds `index.html`; `data` is beside it. `options` are those of `kb build`. */
export async function makeSampleSite(...options: readonly string[]): Promise<string> {
  const folder = await makeShared(toName('sample', options), (out) =>
    runKb('build', join(ROOT, 'kb'), '--out', out, '--no-cache', '--quiet', ...options),
  )
  return join(folder, 'site')
}

/** A name for what these options make: `sample--pwa`. */
export function toName(name: string, options: readonly string[]): string {
  return [name, ...options].join('').replaceAll(/[^a-z-]/g, '_')
}

/** Runs a command of the CLI that must succeed. */
export function runKb(...args: readonly string[]): void {
  const run = spawnSync(process.execPath, [join(ROOT, 'scripts/kb.mjs'), ...args], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`\`kb ${args.join(' ')}\` ended with ${run.status}: ${run.stderr}`)
}
