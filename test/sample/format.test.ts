/** FORMAT.md says what the parser does: its worked example and its table of problems are those of the code. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readFormatPage, toCurrentPage } from './format-page.js'

const format = suite('FORMAT.md')
const page = readFormatPage()

format('shows the example and the problems as the code has them (`npm run goldens` writes them)', () => {
  assert.snapshot(toCurrentPage(page), page)
})

format('links its sections', () => {
  const headings = Array.from(page.matchAll(/^## (.+)$/gm), ([, text]) => text)
  const links = Array.from(page.matchAll(/\[(\d+ [^\]]+)\]\(#/g), ([, text]) => text)
  assert.equal(links, headings)
})

format.run()
