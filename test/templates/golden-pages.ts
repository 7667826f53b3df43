/**
 * Golden pages: one folder a case in `test/fixtures/pages`, named after the kind of page.
 *
 *     about.md      `kb/214/Q214001/`: the page of the sample, and why it is here
 *     main.html     its `<main>`, one tag a line
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const GOLDEN_PAGES = fileURLToPath(new URL('../fixtures/pages', import.meta.url))

/** A page's path in backticks at the beginning of `about.md`. */
const PAGE_PATH = /^`([a-z0-9/-]*)`: /i

export interface GoldenPage {
  readonly name: string
  /** Its file below the site. */
  readonly file: string
}

/** All cases, by name. */
export function listGoldenPages(): GoldenPage[] {
  return readdirSync(GOLDEN_PAGES)
    .sort()
    .map((name) => {
      const path = PAGE_PATH.exec(readFileSync(join(GOLDEN_PAGES, name, 'about.md'), 'utf8'))?.[1]
      if (path === undefined) throw new Error(`Expected \`PATH/\`: at the beginning of ${name}/about.md`)
      return { name, file: `${path}index.html` }
    })
}

/** `<main>` of a page, each tag at the beginning of a line. Nothing else is changed, so `pre` keeps its text. */
export function toGoldenMain(html: string): string {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>') + '</main>'.length)
  return `${main.replaceAll('<', '\n<').trimStart()}\n`
}

/** The committed `<main>`, or the empty text where there is none yet. */
export function readGoldenMain({ name }: GoldenPage): string {
  try {
    return readFileSync(join(GOLDEN_PAGES, name, 'main.html'), 'utf8')
  } catch {
    return ''
  }
}
