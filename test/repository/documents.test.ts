/** The documents point at what is there: files, headings, paths and npm scripts that they name. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const documents = suite('documents')

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const DOCUMENTS = ['.', 'docs', 'examples', '.github']
  .filter((folder) => existsSync(join(ROOT, folder)))
  .flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => join(folder, name)))
  .filter((name) => name.endsWith('.md'))

/** `[text](target)`; the target of a link within the repository has no scheme. */
const LINK = /\]\(([^()\s]+)\)/g
/** A path in code: `src/pipeline/build-site.ts`, `test/cli/`. */
const PATH = /`((?:src|test|templates|scripts|docs|examples)\/[A-Za-z0-9_./-]+)`/g
/** `npm run NAME`. */
const SCRIPT = /npm run (?:-s )?([a-z:]+)/g
const HEADING = /^#{1,6} (.+)$/gm
const FENCE = /^```[\s\S]*?^```$/gm

function read(name: string): string {
  return readFileSync(join(ROOT, name), 'utf8')
}

/** The anchors that GitHub makes of a page's headings. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = text.replace(FENCE, '').matchAll(HEADING)
  return new Set(Array.from(headings, ([, heading = '']) => toAnchor(heading)))
}

function toAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}

/** The links of a page that lead nowhere, and how many it has. */
function checkLinks(name: string): { readonly count: number; readonly broken: readonly string[] } {
  const targets = Array.from(read(name).replace(FENCE, '').matchAll(LINK), ([, target = '']) => target)
  const own = targets.filter((target) => !/^[a-z]+:/.test(target))
  const broken = own.filter((target) => {
    const [path = '', anchor] = target.split('#')
    const file = path === '' ? name : join(dirname(name), path)
    if (!existsSync(join(ROOT, file))) return true
    return anchor !== undefined && !anchorsOf(read(file)).has(anchor)
  })
  return { count: own.length, broken: broken.map((target) => `${name}: ${target}`) }
}

documents('link to files and headings that exist', () => {
  const checked = DOCUMENTS.map(checkLinks)
  assert.equal(
    checked.flatMap(({ broken }) => broken),
    [],
  )
  assert.ok(checked.reduce((sum, { count }) => sum + count, 0) > 50)
})

documents('name paths that exist', () => {
  const named = DOCUMENTS.filter((name) => name !== 'CONTRIBUTING.md').flatMap((name) =>
    Array.from(read(name).matchAll(PATH), ([, path = '']) => ({ name, path })),
  )
  assert.equal(
    named.filter(({ path }) => !existsSync(join(ROOT, path))),
    [],
  )
  assert.ok(named.length > 50)
})

documents('name npm scripts that exist', () => {
  const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> }
  const named = DOCUMENTS.flatMap((name) => Array.from(read(name).matchAll(SCRIPT), ([, script = '']) => script))
  assert.equal(
    named.filter((script) => !Object.hasOwn(scripts, script)),
    [],
  )
  assert.ok(named.length > 10)
})

documents.run()
