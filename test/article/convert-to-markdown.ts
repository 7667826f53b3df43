/**
 * The converter that once made the Markdown pages from the raw articles, written again from what it left (FORMAT.md, the Markdown form):
 * it reproduces its pages byte for byte but for a few that were edited by hand.
 */
import { decodeCodePage } from '../../src/article/text/code-pages.js'

const RULE = '='.repeat(70)
const NOTICE = 'THE INFORMATION PROVIDED IN THE MICROSOFT KNOWLEDGE BASE IS'

/** The page of a raw article, or `null` where the converter skipped it: three articles have no rule after the header. */
export function convertToMarkdown(bytes: Uint8Array): string | null {
  const lines = decodeCodePage(bytes, 'windows-1252').split(/\r?\n/)
  const value = (index: number) => lines[index]?.slice(9) ?? ''
  if (lines[7] !== RULE) return null
  const id = /Q\d+/.exec(lines[0] ?? '')?.[0] ?? ''
  const date = /\d+-[A-Z]{3}-\d{4}/.exec(lines[0] ?? '')?.[0] ?? ''
  const body = lines.slice(
    8,
    lines.findLastIndex((line) => line.startsWith(NOTICE)),
  )
  while (body[0]?.trim() === '') body.shift()
  const title = `${id}: ${encodeTitle(escapeBytes(value(1)))}`
  return [
    '---',
    'layout: page',
    `title: "${title}"`,
    `permalink: /kb/${id.slice(1).padStart(6, '0').slice(0, 3)}/${id}/`,
    '---',
    '',
    `## ${title}`,
    '',
    '{% raw %}',
    '',
    `\tArticle: ${id}`,
    `\tProduct(s): ${value(2)}`,
    `\tVersion(s): ${value(3).replace(/^:/, '')}`,
    `\tOperating System(s): ${value(4)}`,
    `\tKeyword(s): ${value(5)}`,
    `\tLast Modified: ${date}`,
    '\t',
    ...body.map((line) => `\t${escapeBytes(line.replace(/^ /, ''))}`),
    '',
    '{% endraw %}',
    '',
  ].join('\n')
}

/** Bytes of 7Fh and above, and controls, as `<A0>`; curly quotes as straight ones. */
function escapeBytes(text: string): string {
  return text
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/[\u201c\u201d]/g, '"')
    .replaceAll(/[^\t -~]/g, (character) => `<${toHex(character)}>`)
}

const HIGH = new Map(
  Array.from({ length: 128 }, (_, index) => [decodeCodePage(Uint8Array.of(128 + index), 'windows-1252'), 128 + index]),
)

function toHex(character: string): string {
  return (HIGH.get(character) ?? character.charCodeAt(0)).toString(16).toUpperCase().padStart(2, '0')
}

function encodeTitle(text: string): string {
  const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text
    .replaceAll(/[&<>"]/g, (sign) => named[sign] ?? sign)
    .replaceAll(/[$*[\]\\|]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replaceAll('__', '&#95;&#95;')
}
