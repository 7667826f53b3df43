/** The examples do what they say: in a checkout, with the sample. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parse } from 'yaml'
import { compile } from '../../scripts/compile.mjs'
import { runKb } from '../support/run-kb.js'

const examples = suite('examples')

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What an example of `examples/` prints, run in the project's folder. */
function run(name: string, args: readonly string[]): string {
  return execFileSync(process.execPath, [join('examples', name), ...args], { cwd: ROOT, encoding: 'utf8' })
}

async function withFolder(use: (folder: string) => void): Promise<void> {
  await compile()
  const folder = mkdtempSync(join(tmpdir(), 'kb-examples-'))
  try {
    use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

examples('parse.mjs prints what articles are about and what is odd in them', async () => {
  await compile()
  const printed = run('parse.mjs', ['kb/216/Q216632.TXT', 'LICENSE'])
  assert.match(printed, /^Q216632 {2}2001-12-13 {2}PRB: Host Gateway Listens/m)
  assert.match(printed, 'sections: SYMPTOMS, CAUSE, RESOLUTION')
  assert.match(printed, /line 2: The title has the full length/)
  assert.match(printed, 'LICENSE: no article')
})

examples('build.mjs builds an archive that search.mjs searches', async () => {
  await withFolder((folder) => {
    assert.match(run('build.mjs', ['kb/214', folder]), /^\d+ articles, \d+ pages, \d+ problems$/m)
    assert.ok(existsSync(join(folder, 'site/index.html')))
    const printed = run('search.mjs', [join(folder, 'site'), 'queue', 'header'])
    assert.match(printed, /^\d+ articles\n/)
    assert.match(printed, /^Q214001 {2}/m)
  })
})

examples('build.mjs says what is wrong with its source', async () => {
  await withFolder((folder) => {
    const { status, stderr } = spawnSync(process.execPath, ['examples/build.mjs', join(folder, 'none'), folder], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    assert.is(status, 1)
    assert.match(stderr, 'none')
    assert.not.match(stderr, 'at ')
  })
})

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>
}

examples('github-pages.yml calls kb as it is', async () => {
  const workflow: Workflow = parse(readFileSync(join(ROOT, 'examples/github-pages.yml'), 'utf8'))
  const commands = Object.values(workflow.jobs)
    .flatMap(({ steps }) => steps)
    .flatMap(({ run: line }) => (line?.startsWith('kb-archive ') ? [line.slice('kb-archive '.length)] : []))
  assert.equal(
    commands.map((line) => line.split(' ')[0]),
    ['build', 'check'],
  )
  await withFolder((folder) => {
    mkdirSync(join(folder, 'dumps'))
    const [build = '', check = ''] = commands
    const words = Array.from(build.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, bare]) => quoted ?? bare ?? '')
    const args = words.map((word) =>
      word === 'dumps' ? join(ROOT, 'kb/214') : word.replace('$SITE_URL', 'https://a.github.io/b'),
    )
    const built = runKb([...args, '--out', folder, '--quiet'])
    assert.is(built.status, 0, built.stderr)
    assert.ok(readdirSync(join(folder, 'site')).includes('sitemap.xml'))
    const checked = runKb([...check.split(' '), join(folder, 'site')])
    assert.is(checked.status, 0, checked.stdout)
  })
})

examples.run()
