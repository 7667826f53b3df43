/**
 * Reads the text of an article from its page: section by section, a line for each paragraph, cell or line of code. It
 * needs a document, and knows how `article.11ty.tsx` lays out an article's body, but not what is done with the text.
 */
import type { PassageSection } from '../../search/passage/find-passage.js'

/** Elements whose text is a line of its own. */
const BLOCKS = 'p,li,pre,td,th,dt,dd,h3,h4,h5,h6,figcaption,summary'

/** A section with the `id` of its heading, which an address can name. */
export interface PageSection extends PassageSection {
  readonly id: string | null
}

/** The sections below `page`; empty if it is no article. */
export function readSections(page: ParentNode): readonly PageSection[] {
  const body = page.querySelector('.body')
  if (body === null) return []
  const sections: { id: string | null; heading: string | null; text: string }[] = []
  let place: Element | null = null
  let block: Element | null = null
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    if (parent === null || parent.closest('h2') !== null) continue
    const nextPlace = parent.closest('.body > section') ?? body
    const nextBlock = parent.closest(BLOCKS)
    if (nextPlace !== place) sections.push({ ...readHeading(nextPlace), text: '' })
    const section = sections.at(-1)
    if (section !== undefined)
      section.text += (nextBlock === block ? '' : '\n') + toLine(node.nodeValue ?? '', nextBlock)
    place = nextPlace
    block = nextBlock
  }
  return sections
}

/** The heading of a section and its `id`; null for the text before the first section. */
function readHeading(place: Element): { readonly id: string | null; readonly heading: string | null } {
  const heading = place.localName === 'section' ? place.querySelector('h2') : null
  return { id: heading?.id ?? null, heading: heading?.textContent ?? null }
}

/** A text with the white space that the page shows. */
function toLine(text: string, block: Element | null): string {
  return block?.localName === 'pre' ? text : text.replace(/\s+/g, ' ')
}
