/**
 * What a page shows of its article: the words of the body, and the original text. Knows the two elements that hold them
 * (`templates/article.11ty.tsx`), and how characters that HTML cannot hold or show stand in them: `<i data-code=13>`
 * (`src/render/original.ts`), `<bdi data-code=001B>` (`src/render/controls.ts`).
 */
import { decodeReferences, type StartTag, visitMarkup } from './check-html.js'

/** The parts of an article's page. */
export interface PageText {
  /** All text of the body, white space removed; `null`: the page has no body. */
  readonly body: string | null
  /** The original with `\n` for the line ends that `lineEnd` says; `null`: the page has none. */
  readonly original: { readonly text: string; readonly lineEnd: string } | null
}

/** As `src/render/original.ts` and the script of the page name them. */
const LINE_ENDS: Readonly<Record<string, string>> = { crlf: '\r\n', lf: '\n', cr: '\r', mixed: '\n' }
const WHITE_SPACE = /\s+/g

/** Reads the two texts from a page. */
export function readPageText(html: string): PageText {
  const body = collectText((tag) => tag.attributes.get('class') === 'body')
  const original = collectText((tag) => tag.attributes.has('data-original'))
  let lineEnd = '\n'
  visitMarkup(html, {
    open(tag) {
      body.open(tag)
      original.open(tag)
      lineEnd = LINE_ENDS[tag.attributes.get('data-line-end') ?? ''] ?? lineEnd
    },
    close(name) {
      body.close(name)
      original.close(name)
    },
    text(text) {
      body.text(text)
      original.text(text)
    },
  })
  const originalText = original.finish()
  return {
    body: body.finish()?.replace(WHITE_SPACE, '') ?? null,
    original: originalText === null ? null : { text: withoutFirstLineFeed(originalText), lineEnd },
  }
}

/** Collects the text of the first element that `isWanted` knows, with everything in it. */
function collectText(isWanted: (tag: StartTag) => boolean) {
  const parts: string[] = []
  /** Open elements of the wanted one's name; 0: outside of it. */
  let depth = 0
  let name: string | null = null
  /** The text that comes next is a picture of a character that was already collected by its code. */
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
    /** The text, or `null` where there is no such element. */
    finish: () => (name === null ? null : decodeReferences(parts.join(''))),
  }
}

/** The line feed after `<pre>` is HTML's own. */
function withoutFirstLineFeed(text: string): string {
  return text.startsWith('\n') ? text.slice(1) : text
}
