/** The compiled program at another place, as a package is that somebody installs. */
import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runKb } from './run-kb.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Copies the program into `folder`; returns the file to run. */
export function copyProgram(folder: string): string {
  // Compiles what has changed.
  runKb(['--help'])
  mkdirSync(folder, { recursive: true })
  for (const name of ['lib', 'package.json']) cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  return join(folder, 'lib/src/cli.js')
}
