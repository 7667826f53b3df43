/** What the package is made of besides its own code: few packages, each with a reason, pinned, and none that runs anything when installed. */
import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const chain = suite('supply chain')

interface Locked {
  readonly integrity?: string
  readonly resolved?: string
  readonly hasInstallScript?: boolean
  readonly dev?: boolean
}

const own = JSON.parse(readFileSync('package.json', 'utf8'))
const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
)
const locked = Object.entries(lock.packages).filter(([path]) => path !== '')
const pathsOf = (isMeant: (entry: Locked) => boolean) =>
  locked.filter(([, entry]) => isMeant(entry)).map(([path]) => path)

/** Names in code in the first column of the tables below a heading of ARCHITECTURE.md. */
function namesUnder(heading: string): readonly string[] {
  const [, section = ''] = readFileSync('ARCHITECTURE.md', 'utf8').split(`\n${heading}\n`)
  const rows = (section.split('\n#')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'))
  return rows.flatMap((row) => Array.from((row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g), ([, name = '']) => name))
}

chain('has a reason in ARCHITECTURE.md for each dependency, and no reason for one that is gone', () => {
  assert.equal([...namesUnder('## Dependencies')].sort(), Object.keys(own.dependencies).sort())
  assert.equal([...namesUnder('### For development only')].sort(), Object.keys(own.devDependencies).sort())
})

chain('pins each dependency to one version', () => {
  for (const [name, version] of Object.entries({ ...own.dependencies, ...own.devDependencies }))
    assert.match(String(version), /^(?:npm:[@a-z0-9/-]+@)?\d+\.\d+\.\d+$/, name)
})

chain('knows the checksum of every package, and no address', () => {
  assert.equal(
    pathsOf(({ integrity }) => integrity === undefined),
    [],
  )
  assert.equal(
    pathsOf(({ resolved }) => resolved !== undefined),
    [],
  )
})

chain('runs nothing when it is installed', () => {
  assert.equal(
    pathsOf(({ hasInstallScript, dev }) => hasInstallScript === true && dev !== true),
    [],
  )
  assert.equal(
    Object.keys(own.scripts).filter((name) => /^(?:pre|post)?(?:install|prepare)$/.test(name)),
    [],
  )
})

chain('has one tool that wants to run something', () => {
  // esbuild's script only checks the binary that npm has put there; npm 11 runs none that is not allowed by name.
  assert.equal(
    pathsOf(({ hasInstallScript }) => hasInstallScript === true),
    ['node_modules/esbuild'],
  )
})

chain.run()
