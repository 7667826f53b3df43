/** The npm package as `npm pack` makes it, for the tests of what is in it and of installing it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export function npm(folder: string, args: readonly string[]): string {
  return execFileSync('npm', ['--no-audit', '--no-fund', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Runs `use` in an empty folder, and removes it afterwards. */
export function withFolder(use: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'kb-archive-package-'))
  try {
    use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Packed {
  readonly filename: string
  readonly files: readonly { readonly path: string }[]
}

/** Packs the project into `folder`. */
export function pack(folder: string): Packed {
  const [packed] = JSON.parse(npm(ROOT, ['pack', '--json', '--pack-destination', folder])) as [Packed]
  return packed
}
