/**
 * What our blocks carry beyond mdast: the `data` fields, declared where mdast's own types can see them.
 *
 * Everything else about a block is plain mdast; a reader that knows nothing of these fields loses no text.
 */
import type {} from 'mdast'

declare module 'mdast' {
  interface LinkData {
    /** The id of the article that is cited: `Q152734`. */
    article?: string
  }
  interface BlockquoteData {
    /** The label of a note, upper case, without its number and colon: `NOTE`, `WARNING`. None: a quotation. */
    note?: string
  }
  interface ListItemData {
    /** The marker as printed, where it is not `-` or the number that the list's `start` says: `a.`, `o`, `1)`. */
    marker?: string
  }
}
