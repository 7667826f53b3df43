/**
 * What pages show of an article: the words of its body (`templates/article.11ty.tsx`) and its original text
 * (`templates/originals.11ty.tsx`). Knows the elements that hold them, and how characters that HTML cannot hold or show stand in
 * them: `<i data-code=13>` (`src/render/original.ts`), `<bdi data-code=001B>` (`src/render/controls.ts`).
 */
import { decodeReferences, type StartTag, visitMarkup } from '../site/html-tags.js'

/** An original text with `\n` for the line ends that `lineEnd` says. */
export interface ShownOriginal {
  readonly text: string
  readonly lineEnd: string
}

/** As `templates/originals.11ty.tsx` and the script of the page name them. */
const LINE_ENDS: Readonly<Record<string, string>> = { crlf: '\r\n', lf: '\n', cr: '\r', mixed: '\n' }
const WHITE_SPACE = /\s+/g

/** All text of the body of an article's page, white space removed; `null`: the page has no body. */
export function readBodyText(html: string): string | null {
  const body = collectText((tag) => tag.attributes.get('class') === 'body')
  visitMarkup(html, body)
  return body.finish()?.replace(WHITE_SPACE, '') ?? null
}

/** The original texts of a page by their articles' ids: `<section id=Q214864>`, in it a button with the line end and a `pre`. */
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
