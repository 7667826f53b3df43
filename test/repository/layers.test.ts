/**
 * The table of rooms, held against the folders and the import lines of the code.
 *
 * Each folder of `src/` is a room, or a smaller room inside one. ROOMS says which rooms may import which. INSIDE orders the
 * smaller rooms of one: each may import those of the lines above its own, and its own files.
 */
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type Import, importsIn, listFolders, listImports, listSources } from '../support/imports.js'

interface Room {
  /** Rooms and files that the room may import besides itself and packages. */
  readonly imports: readonly string[]
  /** True where the room may import `node:*`. */
  readonly node: boolean
}

const DOMAIN = ['src/article', 'src/render', 'src/search']

const ROOMS: Readonly<Record<string, Room>> = {
  'src/article': { imports: [], node: false },
  'src/render': { imports: ['src/article'], node: false },
  'src/search': { imports: ['src/article'], node: false },
  'src/dump': { imports: ['src/article', 'src/kb-error.ts'], node: true },
  'src/disk': { imports: ['src/kb-error.ts'], node: true },
  'src/workers': { imports: ['src/kb-error.ts'], node: true },
  'src/serve': { imports: ['src/site', 'src/kb-error.ts'], node: true },
  'src/site': { imports: [...DOMAIN, 'src/disk', 'src/kb-error.ts'], node: true },
  'src/pipeline': {
    imports: [...DOMAIN, 'src/dump', 'src/site', 'src/workers', 'src/disk', 'templates', 'src/kb-error.ts'],
    node: true,
  },
  'src/pack': {
    imports: [...DOMAIN, 'src/site', 'src/workers', 'src/disk', 'src/kb-error.ts', 'templates/parts/compact.tsx'],
    node: true,
  },
  'src/check': { imports: [...DOMAIN, 'src/site', 'src/workers', 'src/disk', 'src/kb-error.ts'], node: true },
  'src/export': { imports: [...DOMAIN, 'src/site', 'src/workers', 'src/disk', 'src/kb-error.ts'], node: true },
  'src/cli': {
    imports: [
      ...[...DOMAIN, 'src/dump', 'src/disk', 'src/workers', 'src/site'],
      ...['src/pipeline', 'src/pack', 'src/check', 'src/export', 'src/serve', 'src/kb-error.ts'],
    ],
    node: true,
  },
  'src/client': {
    imports: [
      'src/search',
      // Addresses and formats that pages and their scripts share, without the code that makes pages.
      ...['words/article-type', 'words/dates', 'page-pack', 'paths', 'quick-links'].map(
        (name) => `src/render/${name}.ts`,
      ),
    ],
    node: false,
  },
  templates: { imports: ['src/render', 'src/article'], node: false },
}

/** Files of `src` itself. */
const FRONT: Readonly<Record<string, Room>> = {
  'src/kb-error.ts': { imports: [], node: false },
  'src/cli.ts': { imports: ['src/cli', 'src/kb-error.ts'], node: true },
  'src/index.ts': {
    imports: [...Object.keys(ROOMS).filter((room) => room !== 'src/client'), 'src/kb-error.ts'],
    node: true,
  },
}

/**
 * Smaller rooms in their order; `.` stands for the other files of the room. Each may import the lines above it. `null`: the
 * smaller rooms belong together, in any order.
 */
const INSIDE: Readonly<Record<string, readonly (readonly string[])[] | null>> = {
  'src/article': null,
  'src/render': null,
  'src/cli': null,
  'src/pipeline': [['store'], ['run'], ['scan', 'parse'], ['catalog', 'publish'], ['search-index', 'pages'], ['.']],
  'src/search': [
    ['fields.ts', 'arrays'],
    ['types.ts'],
    ['codec', 'analysis'],
    ['shards', 'query', 'passage'],
    ['indexer', 'reader'],
    ['match'],
    ['rank'],
    ['.'],
  ],
  'src/client': [
    ['dom.ts', 'address.ts', 'edition.ts', 'engine'],
    ['passages'],
    ['page', 'search', 'shards', 'offline'],
    ['not-found', 'quick-links'],
    ['compact'],
    ['.'],
  ],
}

/** Folders below the smaller rooms and rooms without order, so that each folder has a name here. */
const FOLDERS = [
  'src/article/frame',
  'src/article/header',
  'src/article/sections',
  'src/article/text',
  'src/render/body',
  'src/render/words',
  ...[
    'src/article/blocks',
    'src/article/blocks/evidence',
    'src/article/blocks/tables',
    'src/article/forms',
    'src/article/forms/markdown',
    'src/article/header-lines',
    'src/article/html',
    'src/article/inline',
    'src/article/products',
    'src/cli/terminal',
  ],
  ...['src/render/grammars', 'src/render/rehype', 'src/cli/search'],
  ...['src/client/search/history', 'src/client/search/keyboard'],
]

/** Rooms that few may import: only a build makes an index, so its code stays out of pages' scripts. */
const ONLY_FOR: Readonly<Record<string, readonly string[]>> = { 'src/search/indexer': ['src/pipeline'] }

/** Types of the task table, which each step of a build needs to name what it asks the pool for. */
const TYPES_FOR_ALL = ['src/pipeline/tasks.ts']

const MOST_FILES = 15

const SOURCES = listSources('src')

function isIn(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`)
}

/** The line of INSIDE and the name there for a file of `room`. */
function smallerRoom(room: string, path: string): { readonly level: number; readonly name: string } | null {
  const levels = INSIDE[room]
  if (levels === null || levels === undefined) return null
  const [first = ''] = path.slice(room.length + 1).split('/')
  const level = levels.findIndex((names) => names.includes(first))
  if (level >= 0) return { level, name: first }
  return path.includes('/', room.length + 1) ? null : { level: levels.length - 1, name: '.' }
}

function isAllowedInside(room: string, { from, target, typeOnly }: Import): boolean {
  if (typeOnly && TYPES_FOR_ALL.includes(target)) return true
  const here = smallerRoom(room, from)
  const there = smallerRoom(room, target)
  if (here === null || there === null) return INSIDE[room] === null || INSIDE[room] === undefined
  return there.level < here.level || there.name === here.name
}

const FILE = /\.ts$/

function isAllowed(room: string, rule: Room, line: Import): boolean {
  const { from, target } = line
  if (target.startsWith('node:')) return rule.node
  if (!isIn(target, 'src') && !isIn(target, 'templates')) return !target.includes('/src/')
  const closed = Object.entries(ONLY_FOR).find(([place]) => isIn(target, place) && !isIn(from, place))
  if (closed?.[1].some((place) => isIn(from, place)) === false) return false
  if (isIn(target, room)) return isAllowedInside(room, line)
  return rule.imports.some((place) => isIn(target, place))
}

function wrongImports(room: string, rule: Room, imports: readonly Import[]): readonly string[] {
  return imports.filter((line) => !isAllowed(room, rule, line)).map(({ from, target }) => `${from} imports ${target}`)
}

for (const [room, rule] of Object.entries(ROOMS))
  test(`${room} imports only what its room may`, () => {
    const files = listSources(room)
    assert.ok(files.length > 0, `${room} has files`)
    assert.equal(wrongImports(room, rule, files.flatMap(listImports)), [])
  })

for (const [file, rule] of Object.entries(FRONT))
  test(`${file} imports only what it may`, () => {
    assert.equal(wrongImports(file, rule, listImports(file)), [])
  })

test('every file of src itself has a rule', () => {
  assert.equal(
    SOURCES.filter((file) => dirname(file) === 'src'),
    Object.keys(FRONT).sort(),
  )
})

test('every folder of src is named, and every name is a folder', () => {
  const smaller = Object.entries(INSIDE).flatMap(([room, levels]) =>
    (levels ?? [])
      .flat()
      .filter((name) => name !== '.' && !FILE.test(name))
      .map((name) => `${room}/${name}`),
  )
  const rooms = Object.keys(ROOMS).filter((room) => isIn(room, 'src'))
  assert.equal(listFolders(SOURCES), ['src', ...rooms, ...smaller, ...FOLDERS].sort())
})

test('every file that the order of a room names is there', () => {
  const named = Object.entries(INSIDE).flatMap(([room, levels]) =>
    (levels ?? [])
      .flat()
      .filter((name) => FILE.test(name))
      .map((name) => `${room}/${name}`),
  )
  assert.equal(
    named.filter((file) => !SOURCES.includes(file)),
    [],
  )
})

test(`no folder of src has more than ${MOST_FILES} files side by side`, () => {
  const crowded = listFolders(SOURCES)
    .map((folder) => ({ folder, files: SOURCES.filter((file) => dirname(file) === folder).length }))
    .filter(({ files }) => files > MOST_FILES)
  assert.equal(crowded, [])
})

const FORBIDDEN: readonly (readonly [string, string, string])[] = [
  ['an upper room', 'src/article/parse.ts', "import { x } from '../render/paths.js'"],
  ['types of an upper room', 'src/dump/limits.ts', "import type { BuildRun } from '../pipeline/run/build-run.js'"],
  ['a later step of a build', 'src/pipeline/scan/scan-task.ts', "import { x } from '../parse/parse-task.js'"],
  ['the task table itself from a step', 'src/pipeline/run/plan.ts', "import { BUILD_TASKS } from '../tasks.js'"],
  [
    'the indexer from the reader',
    'src/search/reader/index-reader.ts',
    "import { x } from '../indexer/merge-partition.js'",
  ],
  ['the indexer from a page', 'src/client/search.entry.ts', "import { x } from '../search/indexer/merge-partition.js'"],
  ['a part of Node in a pure room', 'src/search/types.ts', "import { readFileSync } from 'node:fs'"],
  ['another command', 'src/pack/pack-zip.ts', "export { x } from '../check/finding.js'"],
  ['code loaded late', 'src/workers/pool.ts', "  const x = await import('../pipeline/tasks.js')"],
  ['an import over several lines', 'src/disk/lock.ts', "import {\n  x,\n} from '../site/site-files.js'"],
]

for (const [name, from, text] of FORBIDDEN)
  test(`refuses ${name}`, () => {
    const room = Object.keys(ROOMS).find((place) => isIn(from, place)) ?? ''
    assert.is(wrongImports(room, ROOMS[room] ?? { imports: [], node: false }, importsIn(from, text)).length, 1)
  })

test('no folder has an index.ts that only forwards', () => {
  const files = [...SOURCES, ...listSources('templates')]
  assert.equal(
    files.filter((file) => /\/index\.tsx?$/.test(file) && file !== 'src/index.ts'),
    [],
  )
})

test('no file is over 300 lines without a reason at its top', () => {
  const long = [...SOURCES, ...listSources('templates')].filter((file) => {
    const lines = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').split('\n')
    return lines.length > 301 && !/\blong because\b/i.test(lines.slice(0, 12).join(' '))
  })
  assert.equal(long, [])
})

test.run()
