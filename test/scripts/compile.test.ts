/** Compiling: a copied checkout keeps its compiled modules, and a changed source makes them again. */
import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { runKb } from '../support/run-kb.js'

const test = suite('compiling')

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const COPIED = ['src', 'templates', 'scripts', 'lib', '.eleventy.ts', 'package.json']

test('a copy with other times is not compiled again, and a changed source is', () => {
  runKb(['--version'])
  const copy = mkdtempSync(join(tmpdir(), 'kb-copy-'))
  try {
    for (const name of COPIED) cpSync(join(ROOT, name), join(copy, name), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction')
    const run = () => execFileSync(process.execPath, [join(copy, 'scripts/kb.mjs'), '--version'], { encoding: 'utf8' })
    const cli = join(copy, 'lib/src/cli.js')
    const { mtimeMs } = statSync(cli)
    assert.match(run(), /^\d+\.\d+\.\d+\n$/)
    assert.is(statSync(cli).mtimeMs, mtimeMs)
    appendFileSync(join(copy, 'src/cli.ts'), '// Changed.\n')
    run()
    assert.is.not(statSync(cli).mtimeMs, mtimeMs)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
})

test.run()
