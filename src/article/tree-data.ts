/**
 * Type declarations of the `data` fields that the parser adds to mdast nodes.
 *
 * The rest of a node is plain mdast. A reader that ignores these fields loses no text.
 */
import type {} from 'mdast'

declare module 'mdast' {
  interface LinkData {
    /** The id of the cited article: `Q152734`. */
    article?: string
  }
  interface BlockquoteData {
    /** The label of a note in upper case, without number and colon: `NOTE`, `WARNING`. Absent for a quotation. */
    note?: string
  }
  interface ListItemData {
    /**
     * The printed marker, if it is neither `-` nor the number that follows from the list's `start`: `a.`, `o`, `1)`.
     */
    marker?: string
  }
}
