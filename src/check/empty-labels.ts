/**
 * Headings and links of a page that have no text: nobody can read them or tell where they lead.
 */
import type { StartTag } from '../site/html-tags.js'

const HEADING = /^h[1-6]$/
/** What names an element in the place of its text. */
const NAMES = ['aria-label', 'alt', 'title']

/** An element that is open, and whether something in it can be read. */
interface OpenElement {
  readonly name: string
  readonly shown: string
  hasText: boolean
}

/** Watches a page's tags and texts in their order. */
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

  /** What is read inside an element is read inside those around it. */
  #see(): void {
    for (const element of this.#open) element.hasText = true
  }
}
