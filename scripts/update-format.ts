/**
 * `npm run goldens`, second part: writes the worked example and the table of problems of FORMAT.md. Read the difference
 * before you keep it.
 */
import { writeFileSync } from 'node:fs'
import { FORMAT_PAGE, readFormatPage, toCurrentPage } from '../test/sample/format-page.js'

const page = readFormatPage()
const current = toCurrentPage(page)
if (current !== page) {
  writeFileSync(FORMAT_PAGE, current)
  process.stdout.write('FORMAT.md\n')
}
