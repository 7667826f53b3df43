/**
 * Takes the parts out of a page that only this page has, for a pack of the compact edition. The shell has the parts
 * that all pages share, as `templates/parts/page.tsx` prints them.
 */
import { posix } from 'node:path'
import { KbError } from '../kb-error.js'
import { type PackedPage, toPagePath } from '../render/page-pack.js'
import { decodeReferences, findTag, type StartTag } from '../site/html-tags.js'

const MAIN_END = '</main>'

/**
 * The parts of the page in `file`. `shared`: paths of scripts to leave out. Throws a `KbError` for a page without
 * `main`.
 */
export function toPackedPage(file: string, html: string, shared: ReadonlySet<string>): PackedPage {
  let title = ''
  let section: string | null = null
  const scripts: string[] = []
  const resolve = (address: string) => posix.join(posix.dirname(file), address)
  const start = findMain(file, html, (tag) => {
    if (tag.name === 'title') title = decodeReferences(tag.text ?? '')
    const source = tag.name === 'script' ? tag.attributes.get('src') : undefined
    if (source !== undefined && !shared.has(resolve(source))) scripts.push(resolve(source))
    if (tag.name === 'a' && tag.attributes.get('aria-current') === 'true')
      section = toPagePath(resolve(tag.attributes.get('href') ?? ''))
  })
  const main = html.slice(start, html.lastIndexOf(MAIN_END) + MAIN_END.length)
  return { path: toPagePath(file), title, section, scripts, main }
}

/** Inserts `added` at the beginning of the page's `main`. */
export function insertIntoMain(file: string, html: string, added: string): string {
  const start =
    html.indexOf(
      '>',
      findMain(file, html, () => undefined),
    ) + 1
  return html.slice(0, start) + added + html.slice(start)
}

/** The index of `<main`; `visit` receives the tags before it. */
function findMain(file: string, html: string, visit: (tag: StartTag) => void) {
  const start = findTag(html, (tag) => {
    if (tag.name === 'main') return true
    visit(tag)
    return false
  })
  if (start !== -1 && html.lastIndexOf(MAIN_END) > start) return start
  throw new KbError('site-odd-file', 'Expected a page of this version, found one without `main`', {
    where: file,
    hint: 'Build the site again, then pack it.',
  })
}
