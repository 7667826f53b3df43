/**
 * Holds ARCHITECTURE.md's table of layers against the import lines of the code.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What each layer may import besides itself and packages; `node`: whether `node:*` is allowed. */
const LAYERS: Readonly<Record<string, { readonly imports: readonly string[]; readonly node: boolean }>> = {
  'src/article': { imports: [], node: false },
  'src/render': { imports: ['src/article'], node: false },
  'src/search': { imports: ['src/article'], node: false },
  'src/client': {
    imports: [
      'src/search',
      'src/article',
      // What pages say and where they are, without what makes them.
      'src/render/article-type.ts',
      'src/render/dates.ts',
      'src/render/page-pack.ts',
      'src/render/paths.ts',
    ],
    node: false,
  },
  'src/dump': { imports: ['src/article', 'src/kb-error.ts'], node: true },
  'src/build': {
    imports: ['src/article', 'src/render', 'src/search', 'src/dump', 'src/kb-error.ts', 'templates'],
    node: true,
  },
  'src/cli': {
    imports: ['src/article', 'src/render', 'src/search', 'src/dump', 'src/build', 'src/kb-error.ts'],
    node: true,
  },
  templates: { imports: ['src/render', 'src/article'], node: false },
}

/** `import x from './y.js'`, `export * from './y.js'`, `import('./y.js')`. */
const IMPORT = /(?:\bfrom\s+|\bimport\s*\(?\s*)'([^']+)'/g

function listSources(layer: string): string[] {
  if (!existsSync(join(ROOT, layer))) return []
  return readdirSync(join(ROOT, layer), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${layer}/${name.replaceAll('\\', '/')}`)
}

/** The imports of a file, relative ones as paths from the root: `src/article/lines.js`, `node:fs`, `lunr`. */
function listImports(file: string): string[] {
  const source = readFileSync(join(ROOT, file), 'utf8').replace(/^\s*(\*|\/\/).*$/gm, '')
  return [...source.matchAll(IMPORT)].map(([, target = '']) =>
    target.startsWith('.') ? normalize(join(dirname(file), target)).replaceAll('\\', '/') : target,
  )
}

function layerOf(path: string): string | undefined {
  return Object.keys(LAYERS).find((layer) => path.startsWith(`${layer}/`))
}

function isAllowed(layer: string, target: string): boolean {
  const rule = LAYERS[layer]
  if (rule === undefined) return false
  if (target.startsWith('node:')) return rule.node
  if (!target.startsWith('src/') && !target.startsWith('templates/')) return true
  const targetLayer = layerOf(target) ?? target.replace(/\.js$/, '.ts')
  return (
    targetLayer === layer || rule.imports.includes(targetLayer) || rule.imports.includes(target.replace(/\.js$/, '.ts'))
  )
}

for (const layer of Object.keys(LAYERS)) {
  test(`${layer} imports only what its layer may`, () => {
    const wrong = listSources(layer).flatMap((file) =>
      listImports(file)
        .filter((target) => !isAllowed(layer, target))
        .map((target) => `${file} imports ${target}`),
    )
    assert.equal(wrong, [])
  })
}

test('no folder has an index.ts that only forwards', () => {
  const barrels = Object.keys(LAYERS)
    .flatMap(listSources)
    .filter((file) => /\/index\.tsx?$/.test(file))
  assert.equal(barrels, [])
})

test('no file is over 300 lines without a reason at its top', () => {
  const long = Object.keys(LAYERS)
    .flatMap(listSources)
    .filter((file) => {
      const lines = readFileSync(join(ROOT, file), 'utf8').split('\n')
      return lines.length > 301 && !/\blong because\b/i.test(lines.slice(0, 12).join(' '))
    })
  assert.equal(long, [])
})

test.run()
