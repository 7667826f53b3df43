/** The end of a build on a terminal: what it made, where its problems are, what can be done next. */
import { Writable } from 'node:stream'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { createProgress } from '../../src/cli/terminal/build-progress.js'
import type { BuildSummary } from '../../src/pipeline/build-summary.js'

const progress = suite('build progress')

/** What a finished build prints on standard error. */
function printed(isTTY: boolean, problems: number, given: Partial<BuildSummary> = {}, quiet = false): string {
  let text = ''
  const stderr = Object.assign(
    new Writable({
      write(chunk, _, done) {
        text += String(chunk)
        done()
      },
    }),
    { isTTY, columns: 80 },
  )
  const summary: BuildSummary = {
    ...{ articles: 3, revised: [], inBothForms: [], copies: 0, nearCopies: 0, dumps: [], skipped: [] },
    counts: { problems, pages: 9, files: 20 },
    published: { written: 20, unchanged: 0, removed: 0 },
    steps: [{ name: 'scan', seconds: 1.25, cpuSeconds: 2 }],
    peakMemoryBytes: 104_857_600,
    ...given,
  }
  createProgress({ stdout: stderr, stderr }, quiet).finish(summary, 'dist')
  return text
}

progress('tells a person where the problems are and what to do next', () => {
  const text = printed(true, 24)
  assert.match(text, /problems {2,}24\n/)
  assert.match(text, 'The problems are listed in dist/data/problems.json')
  assert.match(text, 'open dist/site/index.html, or run kb serve dist/site')
  assert.match(text, 'kb pack --site dist/site')
  assert.not.match(printed(true, 0), 'problems.json')
})

progress('prints only the table where nobody watches', () => {
  assert.match(printed(false, 24), /problems {2,}24\n/)
  assert.not.match(printed(false, 24), 'kb serve')
})

progress('ends with a table where there are several dumps', () => {
  const row = { articles: 2, onlyHere: 1, alsoElsewhere: 1, newerHere: 0, unreadable: 0 }
  const dumps = ['kb', 'cd'].map((name) => ({ name, ...row }))
  assert.match(printed(false, 0, { dumps }), /\ndump {10}articles .*\nkb {12}.*\ncd {12}.*0\n$/)
  assert.not.match(printed(false, 0), /dump/)
  assert.is(printed(false, 0, { dumps }, true), '')
})

progress.run()
