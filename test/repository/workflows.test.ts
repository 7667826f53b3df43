/** The files that GitHub reads: workflows and issue forms are well-formed and name scripts and versions that exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parse } from 'yaml'
import { toVersionError } from '../../src/cli/node-version.js'

const workflows = suite('.github')

const GITHUB = fileURLToPath(new URL('../../.github', import.meta.url))
const { scripts } = JSON.parse(readFileSync(join(GITHUB, '../package.json'), 'utf8'))

interface Step {
  readonly run?: string
  readonly uses?: string
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<
    Record<
      string,
      { readonly strategy?: { readonly matrix: { readonly node: readonly number[] } }; readonly steps: readonly Step[] }
    >
  >
}

function read(path: string): Workflow {
  return parse(readFileSync(join(GITHUB, path), 'utf8'))
}

const NAMES = readdirSync(join(GITHUB, 'workflows'))
const stepsOf = (name: string) => Object.values(read(`workflows/${name}`).jobs).flatMap(({ steps }) => steps)

workflows('names npm scripts that exist, and actions with their version', () => {
  assert.equal(NAMES, ['ci.yml', 'release.yml'])
  for (const name of NAMES)
    for (const { run = '', uses } of stepsOf(name)) {
      for (const [, script = ''] of run.matchAll(/npm run (?:-s )?([\w:]+)/g)) assert.ok(scripts[script], script)
      if (uses !== undefined) assert.match(uses, /^actions\/[a-z-]+@v\d+$/)
    }
})

workflows('gives no workflow more rights than it needs', () => {
  assert.equal(read('workflows/ci.yml').permissions, { contents: 'read' })
  assert.equal(read('workflows/release.yml').permissions, { contents: 'write', 'id-token': 'write' })
})

workflows('runs the command of .ci/run on each line of Node that kb runs on', () => {
  const { suite: everything } = read('workflows/ci.yml').jobs
  const nodes = everything?.strategy?.matrix.node ?? []
  assert.equal(nodes, [20, 22, 24, 26])
  for (const node of nodes) assert.is(toVersionError(`${node}.99.0`), null)
  assert.ok(everything?.steps.some(({ run }) => run === 'npm run ci'))
  assert.match(scripts.ci, '.ci/run')
  assert.ok(existsSync(join(GITHUB, '../.ci/run')))
})

workflows('has issue forms whose fields have names of their own', () => {
  for (const name of ['bug.yml', 'dump-not-read.yml']) {
    const form: { readonly name: string; readonly body: readonly { readonly id?: string; readonly type: string }[] } =
      parse(readFileSync(join(GITHUB, 'ISSUE_TEMPLATE', name), 'utf8'))
    assert.ok(form.name.length > 0)
    const fields = form.body.filter(({ type }) => type !== 'markdown')
    assert.is(new Set(fields.map(({ id }) => id)).size, fields.length)
    assert.ok(fields.length > 3)
  }
})

workflows('builds and develops with a Node that kb runs on', () => {
  const version = readFileSync(join(GITHUB, '../.node-version'), 'utf8').trim()
  assert.is(toVersionError(`${version}.99.0`), null)
})

workflows.run()
