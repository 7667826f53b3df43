/** What is cached must be made anew when the code that made it changes. */
import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { PARSE_CODE } from '../../src/pipeline/store/code-keys.js'

const test = suite('code keys')
const RENDER_IMPORT = /^import \{[^}]*\} from '\.\.\/(render\/[\w-]+\.js)'$/gm

for (const file of [
  'digest.ts',
  'digest-table.ts',
  'parse-task.ts',
  'product-codes.ts',
  'summary-line.ts',
  'related.ts',
  'sort-key.ts',
])
  test(`digests depend on what ${file} takes from src/render`, () => {
    const code = readFileSync(new URL(`../../src/build/${file}`, import.meta.url), 'utf8')
    const taken = Array.from(code.matchAll(RENDER_IMPORT), ([, path]) => `src/${path}`)
    assert.equal(
      taken.filter((path) => !PARSE_CODE.includes(path)),
      [],
    )
  })

test('the files named are there', () => {
  for (const path of PARSE_CODE.filter((path) => path.endsWith('.js')))
    assert.ok(readFileSync(new URL(`../../${path.replace(/js$/, 'ts')}`, import.meta.url), 'utf8') !== '')
})

test.run()
