/**
 * Scrolls to the passage that the address names (`#passage=...`) and marks it. For pages whose content comes after the
 * browser has looked for it, and for browsers that know no text fragments. The page's elements stay as they are.
 */
import { type PassageText, parseFragment } from './passage-fragment.js'

/** The name of the mark in the style sheet: `::highlight(passage)`. */
const HIGHLIGHT_NAME = 'passage'

/** True if the browser itself goes to text fragments. */
export function knowsTextFragments(): boolean {
  return 'fragmentDirective' in document
}

/** Shows the passage that the address names. Returns false if it names none, or the page does not have it. */
export function showPassage(): boolean {
  const wanted = parseFragment(location.hash)
  const article = document.querySelector('.body')
  const range = wanted === null || article === null ? null : findRange(article, wanted)
  if (range === null) return false
  if (typeof Highlight === 'function') CSS.highlights.set(HIGHLIGHT_NAME, new Highlight(range))
  const { top, height } = range.getBoundingClientRect()
  scrollTo({ top: top + scrollY - Math.max(0, (innerHeight - height) / 2) })
  return true
}

/** The range of a text in the page. White space counts as the page shows it. */
function findRange(place: Element, { start, end }: PassageText): Range | null {
  const places: { readonly node: Text; readonly offset: number }[] = []
  let text = ''
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    for (const [offset, character] of [...node.data.split('').entries()]) {
      const isBlank = BLANK.test(character)
      if (isBlank && text.endsWith(' ')) continue
      text += isBlank ? ' ' : character
      places.push({ node, offset })
    }
  }
  const from = text.indexOf(start)
  const endFrom = from < 0 || end === null ? from : text.indexOf(end, from + start.length)
  const first = places[from]
  const last = places[endFrom + (end ?? start).length - 1]
  if (endFrom < 0 || first === undefined || last === undefined) return null
  const range = document.createRange()
  range.setStart(first.node, first.offset)
  range.setEnd(last.node, last.offset + 1)
  return range
}

const BLANK = /\s/
