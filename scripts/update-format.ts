/**
 * `npm run goldens`, second part: updates the worked example and the table of problems in FORMAT.md. Read the diff
 * before you commit it.
 */
import { writeFileSync } from 'node:fs'
import { FORMAT_PAGE, readFormatPage, toCurrentPage } from '../test/sample/format-page.js'

const page = readFormatPage()
const current = toCurrentPage(page)
if (current !== page) {
  writeFileSync(FORMAT_PAGE, current)
  process.stdout.write('FORMAT.md\n')
}
