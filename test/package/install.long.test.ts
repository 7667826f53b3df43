/** The npm package, used as a stranger would: packed, installed into an empty folder, run from there. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { npm, pack, ROOT, withFolder } from './npm.js'

test('it is the same file, packed twice', () => {
  withFolder((folder) => {
    const tarballs = ['first', 'second'].map((name) => {
      mkdirSync(join(folder, name))
      return readFileSync(join(folder, name, pack(join(folder, name)).filename))
    })
    assert.ok(tarballs[0]?.equals(tarballs[1] ?? Buffer.alloc(0)))
  })
})

/** A program that names every part of the library's interface. */
const PROGRAM = `
import {
  type Article, type BuildOptions, type BuildSummary, buildSite, createDiskShardLoader, createSearch, DEFAULT_LIMITS,
  KbError, parseArticle, type Problem, PROBLEMS, readArticle, readArticles, type Report, type SearchResult,
} from 'kb-archive'

const article: Article | null = readArticle(new Uint8Array(), 'Q100001.TXT')
export const title: string | undefined = article?.title
export const problems: readonly Problem[] = readArticles(new Uint8Array(), 'x').flatMap((one) => one.problems)
export const words: readonly string[] = problems.map(({ code }) => PROBLEMS[code])
for (const { children } of article?.sections ?? [])
  for (const block of children) {
    if (block.type !== 'blockquote') continue
    const note: string | undefined = block.data?.note
    void note
  }
const report: Report = (event) => {
  if (event.type === 'step') void event.unit.length
}
const options: BuildOptions = { sources: ['dump'], out: 'dist', limits: { ...DEFAULT_LIMITS, maxFiles: 10 } }
export const summary: Promise<BuildSummary> = buildSite(options, report)
export const articles: Promise<number> = buildSite({ sources: ['dump'], out: 'dist' }).then((built) => built.articles)
const filters = { product: [], type: [], year: [], issueType: [], filed: [] }
export const found: Promise<SearchResult> = createSearch(createDiskShardLoader('dist/site')).search({
  text: 'queue', filters, sort: 'relevance', offset: 0, limit: 10,
})
export const where: string | null = new KbError('code', 'message').where
export const parse: (raw: Parameters<typeof parseArticle>[0]) => Article = parseArticle
`

/** What a strict project asks of the declarations; no types of Node, and every library file is looked at. */
const STRICT = {
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  module: 'nodenext',
  target: 'es2022',
  lib: ['es2022'],
  types: [],
}

/** The oldest TypeScript whose users are promised that the declarations compile. */
const OLDEST_TYPESCRIPT = 'typescript@5.5.4'

test('it builds an archive with `npx kb-archive`, and compiles in a strict project of TypeScript 5.5 and of today', () => {
  withFolder((folder) => {
    const { filename } = pack(folder)
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
    npm(folder, ['install', '--prefer-offline', `./${filename}`, OLDEST_TYPESCRIPT])

    cpSync(join(ROOT, 'kb/214'), join(folder, 'my dump'), { recursive: true })
    for (const command of ['kb', 'kb-archive']) {
      const line = ['--no-install', command, 'build', 'my dump', '--quiet']
      execFileSync('npx', line, { cwd: folder, stdio: 'pipe' })
    }
    assert.ok(existsSync(join(folder, 'dist/site/index.html')), 'dist/ is where the user stands')
    assert.ok(readdirSync(join(folder, 'dist/data')).includes('214.ndjson'))

    writeFileSync(join(folder, 'use.ts'), PROGRAM)
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: STRICT, files: ['use.ts'] }))
    for (const compiler of [join(folder, 'node_modules/typescript'), join(ROOT, 'node_modules/@typescript/native')])
      execFileSync(process.execPath, [join(compiler, 'bin/tsc'), '-p', folder], { cwd: folder, stdio: 'pipe' })
  })
})

test.run()
