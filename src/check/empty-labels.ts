/** Finds headings and links without a text, which a reader cannot use. */
import type { StartTag } from '../site/html-tags.js'

const HEADING = /^h[1-6]$/
/** Attributes that name an element in place of its text. */
const NAMES = ['aria-label', 'alt', 'title']

/** An open heading or link, and whether it contains a text so far. */
interface OpenElement {
  readonly name: string
  readonly shown: string
  hasText: boolean
}

/** Receives the tags and texts of a page in order; calls `onEmpty` for each empty heading or link. */
export class LabelWatch {
  readonly #open: OpenElement[] = []
  readonly #onEmpty: (element: 'heading-empty' | 'link-empty', found: string) => void

  constructor(onEmpty: (element: 'heading-empty' | 'link-empty', found: string) => void) {
    this.#onEmpty = onEmpty
  }

  open({ name, attributes }: StartTag): void {
    if (NAMES.some((attribute) => (attributes.get(attribute) ?? '').trim() !== '')) this.#see()
    const href = attributes.get('href')
    const isNamed = (attributes.get('aria-label') ?? '').trim() !== ''
    if (HEADING.test(name)) this.#open.push({ name, shown: `<${name}>`, hasText: isNamed })
    else if (name === 'a' && href !== undefined) this.#open.push({ name, shown: href, hasText: isNamed })
  }

  text(text: string): void {
    if (text.trim() !== '') this.#see()
  }

  close(name: string): void {
    const last = this.#open.at(-1)
    if (last?.name !== name) return
    this.#open.pop()
    if (!last.hasText) this.#onEmpty(name === 'a' ? 'link-empty' : 'heading-empty', last.shown)
  }

  /** A text is inside all open elements. */
  #see(): void {
    for (const element of this.#open) element.hasText = true
  }
}
