/** Runs the compiled CLI as a user would and gives back what it said. */
import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const KB = fileURLToPath(new URL('../../scripts/kb.mjs', import.meta.url))

/** Exit status, stdout and stderr of `kb ARGS...`. */
export function runKb(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const run = spawnSync(process.execPath, [KB, ...args], { encoding: 'utf8', env: { ...process.env, ...env } })
  return { status: run.status, stdout: run.stdout, stderr: run.stderr }
}

/** Starts `kb ARGS...` and lets it run. */
export function startKb(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return spawn(process.execPath, [KB, ...args], { stdio: 'ignore', env: { ...process.env, ...env } })
}
