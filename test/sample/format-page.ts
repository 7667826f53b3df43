/**
 * The two parts of FORMAT.md that the code says itself: the worked example and the table of problems.
 *
 * `npm run goldens` writes them, a test compares them.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PROBLEMS } from '../../src/article/problems.js'
import { toReadableJson } from '../article/golden-cases.js'
import { readSample } from './sample-files.js'

export const FORMAT_PAGE = fileURLToPath(new URL('../../FORMAT.md', import.meta.url))

/** Short, with a listing, a citation of another article and two problems. */
const EXAMPLE_ID = 'Q216632'
/** The one JSON block of the page. */
const EXAMPLE = /(?<=^```json\n)[\s\S]*?(?=\n```$)/m
/** The last table of the page, below its head. */
const PROBLEM_ROWS = /(?<=\| code \| explanation \|\n\|---\|---\|\n)[\s\S]*$/

/** The page as it stands. */
export function readFormatPage(): string {
  return readFileSync(FORMAT_PAGE, 'utf8')
}

/** The page with both parts as the code says them now. */
export function toCurrentPage(page: string): string {
  return page.replace(EXAMPLE, () => toExample()).replace(PROBLEM_ROWS, () => toProblemRows())
}

function toExample(): string {
  const articles = readSample().flatMap((file) => file.articles)
  const article = articles.find((each) => each.id === EXAMPLE_ID)
  return toReadableJson(
    article === undefined ? null : { ...article, source: { ...article.source, name: `kb/${article.source.name}` } },
  )
}

function toProblemRows(): string {
  return Object.entries(PROBLEMS)
    .map(([code, explanation]) => `| \`${code}\` | ${explanation} |\n`)
    .join('')
}
