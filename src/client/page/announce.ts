/** Says something to screen readers. */
import { element, find } from '../dom.js'

/** Replaces what was said before. A region that exists before it is filled is heard more surely: begin with `''`. */
export function announce(text: string): void {
  let region = find('#announcement', HTMLElement)
  if (region === null) {
    region = element('p', { id: 'announcement', class: 'visually-hidden', role: 'status' })
    document.body.append(region)
  }
  region.textContent = text
}
