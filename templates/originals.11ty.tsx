/**
 * The original texts of a hundred article numbers (`kb/214/originals-8/`), each exact to the byte. If the address names
 * an article (`#Q214864`), the style sheet hides the other texts.
 *
 * Texts on one page compress much better than texts on pages of their own, because articles share phrases.
 */
import type { Result } from 'hastscript'
import { originalNodes } from '../src/render/original.js'
import { bucketOf, bucketPath, ORIGINALS_RANGE, originalsPath } from '../src/render/paths.js'
import type { OriginalText } from '../src/render/view.js'
import { articleHref } from './parts/card-list.js'
import { pageHref, printPage, rootOf } from './parts/page.js'
import { countOf } from './parts/text.js'
import { COMMON_SETTINGS, eachOf, type PageInput } from './template.js'

export const data = {
  ...COMMON_SETTINGS,
  pagination: eachOf('archive.originals'),
  permalink: ({ entry }: PageInput<readonly number[]>) => `${pathOf(entry)}index.html`,
}

function pathOf(numbers: readonly number[]): string {
  return originalsPath(numbers[0] ?? 0)
}

export function render({ archive, entry }: PageInput<readonly number[]>): string {
  const path = pathOf(entry)
  const root = rootOf(path)
  const bucket = bucketOf(entry[0] ?? 0)
  const title = `Original texts of ${rangeOf(entry[0] ?? 0)}`
  const about = `${countOf(entry.length, 'file')} as they were, to the byte.`
  const main = (
    <>
      <header class="lead">
        <nav class="crumbs" aria-label="Breadcrumbs">
          <a href={pageHref(root, '')}>Home</a>
          <a href={pageHref(root, bucketPath(bucket))}>{`Q${Number(bucket)}xxx`}</a>
        </nav>
        <h1>{title}</h1>
        <p>
          {about} {entry.length > 1 ? <a href="#main">Show all</a> : null}
        </p>
      </header>
      {entry.map((number) => original(root, archive.original(number)))}
    </>
  )
  return printPage(archive.site, { path, title, description: about, section: 'product', layout: 'originals', main })
}

/** `214864` -> `Q214800 to Q214899` */
function rangeOf(number: number): string {
  const first = number - (number % ORIGINALS_RANGE)
  return `Q${first} to Q${first + ORIGINALS_RANGE - 1}`
}

function original(root: string, text: OriginalText): Result {
  const { id, number, title, name, encoding, sha256 } = text
  const lineEnd = LINE_ENDS[text.lineEnd]
  return (
    <section id={id}>
      <h2>
        <a href={articleHref(root, number)}>{id}</a> {title}
      </h2>
      <p>
        {`${encoding}, ${lineEnd === 'mixed' ? 'mixed line ends' : `${lineEnd.toUpperCase()} line ends`}, SHA-256 `}
        <code>{sha256}</code>{' '}
        <button
          type="button"
          dataSaveOriginal={name.slice(name.lastIndexOf('/') + 1)}
          dataLineEnd={lineEnd}
          dataEncoding={encoding}
          hidden={true}
        >
          Save the file
        </button>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, by keyboard too */}
      <pre tabIndex={0}>{originalNodes(text)}</pre>
    </section>
  )
}

const LINE_ENDS = { '\r\n': 'crlf', '\n': 'lf', '\r': 'cr', mixed: 'mixed' } as const
