/**
 * Reads the text of an article back from its pages: the body (`templates/article.11ty.tsx`) and the original text
 * (`templates/originals.11ty.tsx`).
 *
 * Characters that HTML cannot contain or show are elements there: `<i data-code=13>` (`src/render/original.ts`),
 * decimal, and `<bdi data-code=001B>` (`src/render/controls.ts`), hexadecimal.
 */
import { decodeReferences, type StartTag, visitMarkup } from '../site/html-tags.js'

/** An original text. Its line ends are `\n` in `text`, and were `lineEnd` in the file. */
export interface ShownOriginal {
  readonly text: string
  readonly lineEnd: string
}

/** Line ends by the names that `templates/originals.11ty.tsx` and the script of the page use. */
const LINE_ENDS: Readonly<Record<string, string>> = { crlf: '\r\n', lf: '\n', cr: '\r', mixed: '\n' }
const WHITE_SPACE = /\s+/g

/** The text of the body of an article's page, without white space; `null` if the page has no body. */
export function readBodyText(html: string): string | null {
  const body = collectText((tag) => tag.attributes.get('class') === 'body')
  visitMarkup(html, body)
  return body.finish()?.replace(WHITE_SPACE, '') ?? null
}

/**
 * The original texts of a page, by article id. Each is a `<section id=Q214864>` with a `pre`, and with a button that
 * names the line end.
 */
export function readOriginals(html: string): ReadonlyMap<string, ShownOriginal> {
  const originals = new Map<string, ShownOriginal>()
  let [id, lineEnd, pre] = ['', '\n', collectText(isPre)]
  visitMarkup(html, {
    open(tag) {
      if (tag.name === 'section') [id, lineEnd, pre] = [tag.attributes.get('id') ?? '', '\n', collectText(isPre)]
      lineEnd = LINE_ENDS[tag.attributes.get('data-line-end') ?? ''] ?? lineEnd
      pre.open(tag)
    },
    close(name) {
      pre.close(name)
      const text = name === 'section' ? pre.finish() : null
      if (text !== null) originals.set(id, { text: withoutFirstLineFeed(text), lineEnd })
    },
    text: (text) => pre.text(text),
  })
  return originals
}

function isPre({ name }: StartTag): boolean {
  return name === 'pre'
}

/** Collects the text of the first element for which `isWanted` is true, with all elements in it. */
function collectText(isWanted: (tag: StartTag) => boolean) {
  const parts: string[] = []
  /** Number of open elements with that element's name; 0: outside of it. */
  let depth = 0
  let name: string | null = null
  /** True if the next text only pictures a character, which has already been collected by its code. */
  let skipsText = false
  return {
    open(tag: StartTag): void {
      if (name === null && isWanted(tag)) {
        name = tag.name
        depth = 1
      } else if (tag.name === name && depth > 0) depth++
      const code = depth === 0 ? undefined : tag.attributes.get('data-code')
      if (code === undefined) return
      parts.push(tag.name === 'bdi' ? `&#x${code};` : `&#${code};`)
      skipsText = true
    },
    close(closed: string): void {
      if (closed === name && depth > 0) depth--
    },
    text(text: string): void {
      if (depth > 0 && !skipsText) parts.push(text)
      skipsText = false
    },
    /** Returns the text, or `null` if there was no such element. */
    finish: () => (name === null ? null : decodeReferences(parts.join(''))),
  }
}

/** Removes a line feed right after `<pre>`, which HTML ignores. */
function withoutFirstLineFeed(text: string): string {
  return text.startsWith('\n') ? text.slice(1) : text
}
