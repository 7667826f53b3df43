/**
 * The two unified processors, frozen, with their plugins in order. `bodyProcessor` turns mdast into the hast of an
 * article's body; `pageProcessor` prints whole pages.
 *
 * The plugins read data about the page from `file.data.page` (`BodyPage`).
 */
import { unified } from 'unified'
import { rehypePrint } from '../print-html.js'
import { rehypeCode } from '../rehype/code.js'
import { rehypeReferences } from '../rehype/references.js'
import { rehypeSafeLinks } from '../rehype/safe-links.js'
import { rehypeSections } from '../rehype/sections.js'
import { rehypeTables } from '../rehype/tables.js'
import { handlers } from './handlers.js'
import { remarkToHast } from './to-hast.js'

export const bodyProcessor = unified()
  .use(remarkToHast, handlers)
  .use(rehypeReferences)
  .use(rehypeSafeLinks)
  .use(rehypeCode)
  .use(rehypeTables)
  .use(rehypeSections)
  .freeze()

/** Prints a page. Throws if the tree has a node that is not an element, a text or the doctype. */
export const pageProcessor = unified().use(rehypePrint).freeze()
