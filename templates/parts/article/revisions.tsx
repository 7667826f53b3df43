/** The revisions of an article, and the differences from its present text. */
import type { Result } from 'hastscript'
import { type Change, diffLines } from '../../../src/render/diff.js'
import type { ArticleContext, RevisionView } from '../../../src/render/view.js'
import { day } from '../text.js'

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
        {day(revision.modified, 'Undated')} <small>{revision.name}</small>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, by keyboard too */}
      <pre tabIndex={0}>
        {'\n'}
        {changes === null ? revision.text : changes.map(changeNode)}
      </pre>
    </details>
  )
}

function changeNode({ kind, text }: Change): Result | string {
  if (kind === 'same') return text
  return kind === 'old' ? <del>{text}</del> : <ins>{text}</ins>
}
