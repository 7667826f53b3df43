/**
 * From an article's blocks to a page's HTML: the two unified processors, frozen, with every plugin in order.
 *
 * `bodyProcessor` turns mdast into the hast of an article's body; `pageProcessor` prints whole pages. What each plugin
 * does is in its file. Plugins find what they need to know of the page in `file.data.page` (`BodyPage`).
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

/** Prints a page; a `raw` node ends the build. */
export const pageProcessor = unified().use(rehypePrint).freeze()
