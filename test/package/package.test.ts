/** The npm package: what is in it. Installing it is a long test. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkPackage, createPackageFromTarballData, type Problem } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { pack } from './npm.js'

/** Packed once for all tests of this file. */
const folder = mkdtempSync(join(tmpdir(), 'kb-archive-package-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const { filename, files } = pack(folder)
const tarball = readFileSync(join(folder, filename))

const OWN_FILES = /^(?:lib\/|package\.json$|README\.md$|CHANGELOG\.md$|LICENSE$)/

test('it holds compiled code, declarations and documents, and nothing of the checkout', () => {
  const paths = files.map(({ path }) => path)
  assert.equal(
    paths.filter((path) => !OWN_FILES.test(path)),
    [],
  )
  assert.equal(
    paths.filter((path) => /\.(?:map|tsx|TXT)$|(?<!\.d)\.ts$|\.compiled$/.test(path)),
    [],
  )
  assert.equal(
    paths.filter((path) => path.endsWith('.d.ts')),
    ['lib/index.d.ts'],
  )
})

test('publint and attw find nothing wrong with it', async () => {
  const linted = await publint({ pack: { tarball: toArrayBuffer(tarball) } })
  assert.equal(
    linted.messages.map(({ code, path }) => `${code} ${path.join('.')}`),
    [],
  )
  const checked = await checkPackage(createPackageFromTarballData(tarball))
  if (checked.types === false) throw new Error('attw finds no types')
  const problems = checked.problems.filter((problem) => !isOfAnEsModule(problem))
  assert.equal(problems, [])
})

/** TypeScript's oldest resolution knows no `exports`, and CommonJS of before Node 22 cannot require an ES module. */
function isOfAnEsModule(problem: Problem): boolean {
  if (problem.kind === 'NoResolution') return problem.resolutionKind === 'node10'
  return problem.kind === 'CJSResolvesToESM'
}

function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length)
  new Uint8Array(copy).set(bytes)
  return copy
}

test.run()
