/**
 * Takes a finished page apart: what only it has, for a pack of the compact edition, and what all pages have, which the edition's one
 * shell brings along. Knows the frame that `templates/parts/page.tsx` prints.
 */
import { posix } from 'node:path'
import { KbError } from '../kb-error.js'
import { type PackedPage, toPagePath } from '../render/page-pack.js'
import { decodeReferences, findTag, type StartTag } from '../site/html-tags.js'

const MAIN_END = '</main>'

/** The parts of the page in `file`. `shared`: scripts that the shell has. */
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

/** Puts `added` at the beginning of the page's content. */
export function insertIntoMain(file: string, html: string, added: string): string {
  const start =
    html.indexOf(
      '>',
      findMain(file, html, () => undefined),
    ) + 1
  return html.slice(0, start) + added + html.slice(start)
}

/** Where the content begins; `visit` sees the tags before. */
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
