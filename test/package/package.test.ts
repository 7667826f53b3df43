/**
 * The npm package, used as a stranger would: packed, installed into an empty folder, run from there.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

function npm(folder: string, args: readonly string[]): string {
  return execFileSync('npm', ['--no-audit', '--no-fund', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Runs `use` in an empty folder that has the packed tarball installed, and removes it afterwards. */
function withInstalledPackage(use: (folder: string, packed: readonly string[]) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'kb-archive-package-'))
  try {
    const [tarball] = JSON.parse(npm(ROOT, ['pack', '--json', '--pack-destination', folder])) as [
      { readonly filename: string; readonly files: readonly { readonly path: string }[] },
    ]
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
    npm(folder, ['install', '--prefer-offline', `./${tarball.filename}`])
    use(
      folder,
      tarball.files.map((file) => file.path),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('it builds an archive with `npx kb` from a folder of its own, and parses from JavaScript and TypeScript', () => {
  withInstalledPackage((folder, packed) => {
    const foreign = packed.filter((path) => !/^(?:lib\/|package\.json$|README\.md$|LICENSE$)/.test(path))
    assert.equal(foreign, [], 'nothing but compiled code is packed')
    assert.not.ok(
      packed.some((path) => /\.(?:map|tsx|TXT)$|(?<!\.d)\.ts$/.test(path)),
      'no sources are packed',
    )

    const dump = join(folder, 'my dump')
    mkdirSync(dump)
    for (const name of readdirSync(join(ROOT, 'kb/214'))) {
      execFileSync('cp', [join(ROOT, 'kb/214', name), dump])
    }
    execFileSync('npx', ['--no-install', 'kb', 'build', 'my dump', '--quiet'], { cwd: folder, stdio: 'pipe' })
    assert.ok(existsSync(join(folder, 'dist/site/index.html')), 'dist/ is where the user stands')
    assert.ok(readdirSync(join(folder, 'dist/data')).includes('214.ndjson'))

    const program = "import { FORMS, parseArticle } from 'kb-archive'; console.log(typeof parseArticle, FORMS.length)"
    assert.is(
      execFileSync('node', ['-e', program, '--input-type=module'], { cwd: folder, encoding: 'utf8' }),
      'function 4\n',
    )
    writeFileSync(
      join(folder, 'use.ts'),
      "import { type Article, parseArticle } from 'kb-archive'\nexport const parse: (raw: Parameters<typeof parseArticle>[0]) => Article = parseArticle\n",
    )
    const tsc = join(ROOT, 'node_modules/.bin/tsc')
    execFileSync(
      tsc,
      ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--skipLibCheck', '--types', '', 'use.ts'],
      {
        cwd: folder,
        stdio: 'pipe',
      },
    )
  })
})

test.run()
