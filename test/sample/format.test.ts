/** FORMAT.md says what the parser does: its example and its table of problems are compared with the code. */
import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { PROBLEMS } from '../../src/article/problems.js'
import { readSample } from './sample-files.js'

const format = suite('FORMAT.md')
const page = readFileSync(new URL('../../FORMAT.md', import.meta.url), 'utf8')

/** The one JSON block of the page. */
const EXAMPLE = /^```json\n([\s\S]*?)\n```$/m
/** A row of a table whose first cell is code: "| `title-cut` | The title ... |". */
const ROW = /^\| `([a-z-]+)` \| (.+) \|$/gm

format('shows an article of the sample as the parser gives it', () => {
  const shown: unknown = JSON.parse(EXAMPLE.exec(page)?.[1] ?? 'null')
  const article = readSample()
    .flatMap((file) => file.articles)
    .find((each) => each.id === 'Q216632')
  assert.ok(article)
  const source = { ...article.source, name: `kb/${article.source.name}` }
  assert.equal(shown, JSON.parse(JSON.stringify({ ...article, source })), 'npm run -s kb -- parse kb/216/Q216632.TXT')
})

format('explains every problem in the order of the code', () => {
  const table = page.slice(page.indexOf('## 15 Problems'))
  const rows = Array.from(table.matchAll(ROW), ([, code, explanation]) => [code, explanation])
  assert.equal(rows, Object.entries(PROBLEMS))
})

format('links its sections', () => {
  const headings = Array.from(page.matchAll(/^## (.+)$/gm), ([, text]) => text)
  const links = Array.from(page.matchAll(/\[(\d+ [^\]]+)\]\(#/g), ([, text]) => text)
  assert.equal(links, headings)
})

format.run()
