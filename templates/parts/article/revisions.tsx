/** The revisions of an article, and the differences from its present text. */
import type { Result } from 'hastscript'
import { type Change, diffLines } from '../../../src/render/diff.js'
import type { ArticleContext, RevisionView } from '../../../src/render/view.js'
import { countOf, day } from '../text.js'
import { placeOf } from './copies.js'

export function articleRevisions({ revisions }: ArticleContext): Result | null {
  if (revisions.length === 0) return null
  return (
    <section>
      <h2>Other revisions</h2>
      {revisions.map(revisionDetails)}
    </section>
  )
}

function revisionDetails(revision: RevisionView): Result {
  const changes = revision.present === null ? null : diffLines(revision.text, revision.present)
  return (
    <details class="revision">
      <summary>
        {day(revision.modified, 'Undated')} <small>{revisionPlace(revision)}</small>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, by keyboard too */}
      <pre tabIndex={0}>
        {'\n'}
        {changes === null ? revision.text : changes.map(changeNode)}
      </pre>
    </details>
  )
}

/** `old/Q187240.TXT in kb.zip, and 2 other files` */
function revisionPlace(revision: RevisionView): string {
  const { copyCount } = revision
  return placeOf(revision) + (copyCount === 0 ? '' : `, and ${countOf(copyCount, 'other file', 'other files')}`)
}

function changeNode({ kind, text }: Change): Result | string {
  if (kind === 'same') return text
  return kind === 'old' ? <del>{text}</del> : <ins>{text}</ins>
}
