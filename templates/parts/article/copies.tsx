/** The files of the dumps that hold a text: where it was taken from, and where else it stands. */
import type { Result } from 'hastscript'
import type { Article } from '../../../src/article/article.js'
import { countOf, day } from '../text.js'

/** Most copies that are listed. */
const SHOWN_COPIES = 20

/** `214/Q214864.TXT in kb.zip`; `dump`: absent or empty if the archive is made from one dump. */
export function placeOf({ name, dump = '' }: { readonly name: string; readonly dump?: string | undefined }): string {
  return dump === '' ? name : `${name} in ${dump}`
}

/** The other files with the same text, or null if there are none. */
export function articleCopies({ modified, source: { copies = [], moreCopies = 0 } }: Article): Result | null {
  if (copies.length === 0) return null
  const left = copies.length + moreCopies - SHOWN_COPIES
  return (
    <details>
      <summary>{`The same text in ${countOf(copies.length + moreCopies, 'other file', 'other files')}`}</summary>
      <ul>
        {copies.slice(0, SHOWN_COPIES).map((copy) => (
          <li>
            {placeOf(copy)}
            {copy.modified === modified ? null : [' ', <small>{day(copy.modified, 'Undated')}</small>]}
          </li>
        ))}
        {left > 0 ? <li>{`and ${left} more`}</li> : null}
      </ul>
    </details>
  )
}
