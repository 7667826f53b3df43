/** Whatever is cached has to be made anew when the code that made it changes, and only then. */
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { compile } from '../../scripts/compile.mjs'
import { type CodeKeys, KEYED_CODE, readCodeKeys } from '../../src/pipeline/store/code-keys.js'
import { lazily } from '../../src/search/reader/index-reader.js'
import { listSources } from '../support/imports.js'
import { listLoadedCode } from '../support/loaded-code.js'
import { makeFolder } from '../support/small-site.js'

const test = suite('code keys')
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
type KeyName = keyof CodeKeys

/** What runs for each cached thing, and the key that it is cached by. */
const CACHED: Readonly<Record<string, KeyName>> = {
  'src/pipeline/scan/scan-task.ts': 'parse',
  'src/pipeline/scan/compare-task.ts': 'parse',
  'src/pipeline/parse/parse-task.ts': 'parse',
  'src/pipeline/search-index/index-task.ts': 'index',
  'src/pipeline/pages/render-task.ts': 'render',
  'src/pipeline/pages/render-once-task.ts': 'render',
  'src/article/schema.ts': 'parse',
  'src/pipeline/search-index/make-index.ts': 'build',
  'src/pipeline/worker.entry.ts': 'build',
  'src/pipeline/build-site.ts': 'build',
}

function covers(key: KeyName, source: string): boolean {
  const compiled = source.replace(/\.tsx?$/, '.js')
  return KEYED_CODE[key].some((place) => compiled === place || compiled.startsWith(`${place}/`))
}

for (const [entry, key] of Object.entries(CACHED))
  test(`the ${key} key covers all that ${entry} loads`, async () => {
    const loaded = await listLoadedCode(entry)
    assert.ok(loaded.includes(entry))
    assert.ok(loaded.length > 1 || entry.startsWith('src/article/'), 'it loads other files')
    assert.equal(
      loaded.filter((source) => !covers(key, source)),
      [],
    )
  })

test('every task of a build is among them', () => {
  const tasks = listSources('src/pipeline').filter((source) => source.endsWith('-task.ts'))
  assert.equal(
    tasks,
    Object.keys(CACHED)
      .filter((entry) => entry.endsWith('-task.ts'))
      .sort(),
  )
})

test('templates, which Eleventy loads by itself, and its settings are in the render key', () => {
  assert.equal(
    [...listSources('templates'), '.eleventy.ts'].filter((source) => !covers('render', source)),
    [],
  )
})

test('an edit of another command makes nothing anew', () => {
  const others = ['pack', 'serve', 'check', 'export', 'cli', 'client'].flatMap((room) => listSources(`src/${room}`))
  assert.equal(
    others.filter((source) => covers('build', source)),
    [],
  )
})

test('an edit of pages, lists or the query parses nothing anew', () => {
  const rooms = ['src/pipeline/pages', 'src/pipeline/catalog', 'src/pipeline/publish', 'src/pipeline/search-index']
  const query = ['query', 'match', 'rank', 'reader'].map((room) => `src/search/${room}`)
  const others = [...rooms, ...query, 'templates'].flatMap(listSources)
  assert.equal(
    others.filter((source) => covers('parse', source)),
    [],
  )
})

test('an edit of templates merges no index anew', () => {
  assert.equal(
    [...listSources('templates'), ...listSources('src/pipeline/pages')].filter((source) => covers('index', source)),
    [],
  )
})

test('every place named is there', () => {
  const places = Object.values(KEYED_CODE).flat()
  assert.equal(
    places.filter((place) => !['', '.ts', '.tsx'].some((end) => existsSync(join(ROOT, place.replace(/\.js$/, end))))),
    [],
  )
})

/** A copy of the compiled program, made when it is first asked for. */
const program = lazily(async () => {
  await compile()
  const folder = makeFolder()
  for (const place of new Set(KEYED_CODE.build)) {
    mkdirSync(dirname(join(folder, 'lib', place)), { recursive: true })
    cpSync(join(ROOT, 'lib', place), join(folder, 'lib', place), { recursive: true })
  }
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'))
  return folder
})

/** The keys that change when this file of the program does. */
async function changedBy(file: string): Promise<readonly string[]> {
  const folder = await program()
  const old = new Set(Object.values(readCodeKeys(join(folder, 'lib'))))
  const text = readFileSync(join(folder, file))
  appendFileSync(join(folder, file), '\n')
  const changed = Object.entries(readCodeKeys(join(folder, 'lib')))
  writeFileSync(join(folder, file), text)
  return changed.flatMap(([name, key]) => (old.has(key) ? [] : [name]))
}

const EDITS: readonly (readonly [string, readonly KeyName[]])[] = [
  ['lib/src/article/parse.js', ['parse', 'index', 'render', 'build']],
  ['lib/src/pipeline/search-index/index-task.js', ['index', 'build']],
  ['lib/templates/article.11ty.js', ['render', 'build']],
  ['lib/.eleventy.js', ['render', 'build']],
  ['lib/src/pipeline/publish/publish.js', ['build']],
  ['package.json', ['parse', 'index', 'render', 'build']],
]

for (const [file, keys] of EDITS)
  test(`an edit of ${file} changes the keys ${keys.join(', ')}`, async () => {
    assert.equal(await changedBy(file), keys)
  })

test.run()
