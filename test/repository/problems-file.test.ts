/** The committed counts of problems: codes of the closed list, in its order, and enough for the sample. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parseArticle } from '../../src/article/parse.js'
import { PROBLEMS } from '../../src/article/problems.js'
import { recogniseForm } from '../../src/article/recognise.js'
import { decode } from '../../src/article/text/decode.js'
import { type CountedProblem, PROBLEMS_FILE, refuseNewProblems } from '../../src/pipeline/strict.js'

const test = suite('problems file')

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FILE = join(ROOT, PROBLEMS_FILE)

/** Codes of the sample's articles, with the number of articles that have them. */
function countSample(): CountedProblem[] {
  const counts = new Map<string, number>()
  for (const entry of readdirSync(join(ROOT, 'kb'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const bytes = readFileSync(join(entry.parentPath, entry.name))
    const form = recogniseForm(decode(bytes).text)
    if (form === null) continue
    const { problems } = parseArticle({ form, name: entry.name, bytes, sha256: '' })
    for (const code of new Set(problems.map((problem) => problem.code))) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return [...counts].map(([code, articles]) => ({ code, articles }))
}

test('names codes of the closed list, in its order', () => {
  const accepted: readonly CountedProblem[] = JSON.parse(readFileSync(FILE, 'utf8'))
  const codes = accepted.map(({ code }) => code)
  assert.equal(
    codes,
    Object.keys(PROBLEMS).filter((code) => codes.includes(code)),
  )
})

test('accepts the sample, and not one article more than it counts', () => {
  refuseNewProblems(countSample(), FILE)
  const [first] = JSON.parse(readFileSync(FILE, 'utf8')) as readonly CountedProblem[]
  assert.throws(() => refuseNewProblems([{ code: first?.code ?? '', articles: (first?.articles ?? 0) + 1 }], FILE))
})

test.run()
