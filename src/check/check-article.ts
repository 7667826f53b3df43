/**
 * Checks one article and its pages:
 *
 * - its data fits the schema;
 * - its page shows exactly its words;
 * - its original text has the bytes of the file in the dump;
 * - no line of the original text is lost in the data.
 */
import { createHash } from 'node:crypto'
import type { Nodes } from 'mdast'
import type { Article } from '../article/article.js'
import { checkLossless } from '../article/lossless.js'
import { type CodePage, decodeCodePage } from '../article/text/code-pages.js'
import { isArticle, toSchemaError } from '../article/validate.js'
import { toBodyTree } from '../render/body/body.js'
import { originalsPath } from '../render/paths.js'
import { readBodyText, type ShownOriginal } from './check-page-text.js'
import type { Finding, FindingCode } from './finding.js'

/**
 * A parsed line of the data. `article` is `null` if the line is not JSON or does not fit the schema; `findings` say
 * why.
 */
export interface CheckedLine {
  readonly article: Article | null
  readonly findings: readonly Finding[]
}

/** Parses and validates one line of `file`. */
export function checkLine(file: string, line: string): CheckedLine {
  const invalid = (found: string) => ({ article: null, findings: [{ code: 'article-invalid' as const, file, found }] })
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return invalid(line.slice(0, 80))
  }
  if (isArticle(value)) return { article: value, findings: [] }
  return invalid(`${nameOf(value)}${toSchemaError(value)}`)
}

function nameOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : ''
}

/** The path of an article's page in the site. */
export function pageOf(article: Article): string {
  return `${article.path.slice(1)}index.html`
}

/** The path of the page with an article's original text. */
export function originalsPageOf({ number }: Article): string {
  return `${originalsPath(number)}index.html`
}

/** Compares the words of an article with those of its page, ignoring white space. */
export function checkArticle(article: Article, html: string): readonly Finding[] {
  const body = readBodyText(html)
  const expected = textOf(toBodyTree(article)).replace(WHITE_SPACE, '')
  if (body === expected) return []
  return [{ code: 'page-differs', file: pageOf(article), found: excerptOfDifference(expected, body ?? '') }]
}

const WHITE_SPACE = /\s+/g

/** All text of a tree, in order. */
function textOf(node: Nodes): string {
  if ('children' in node) return node.children.map(textOf).join('')
  return 'value' in node ? node.value : ''
}

const excerptLength = 40

/** Excerpts of both texts at the point where they begin to differ. */
function excerptOfDifference(expected: string, found: string): string {
  let at = 0
  while (at < expected.length && expected[at] === found[at]) at++
  const from = Math.max(0, at - excerptLength / 2)
  const cut = (text: string) => text.slice(from, at + excerptLength)
  return `${cut(found)}\` instead of \`${cut(expected)}`
}

/** Compares an article with its original text on the page of originals; `undefined`: the page lacks it. */
export function checkOriginal(article: Article, original: ShownOriginal | undefined): readonly Finding[] {
  const find = (code: FindingCode, found: string): Finding => ({ code, file: originalsPageOf(article), found })
  if (original === undefined) return [find('original-missing', article.id)]
  const text = original.lineEnd === '\n' ? original.text : original.text.replaceAll('\n', original.lineEnd)
  const hash = hashOriginal(text, article.source)
  if (hash !== null && hash !== article.source.sha256) return [find('original-differs', `${article.id} ${hash}`)]
  return checkLossless(text, article).map(({ line, expected }) =>
    find('text-lost', `${article.id} line ${line}: ${expected.slice(0, excerptLength)}`),
  )
}

/**
 * The SHA-256 (hex) of a text in its original encoding; `null` if this encoding cannot be written here.
 *
 * For UTF-8, a byte order mark is added if the hash without one does not match. If a character is not in the code page,
 * the result is a phrase that says so.
 */
function hashOriginal(text: string, { encoding, sha256 }: Article['source']): string | null {
  if (encoding === 'utf-8') {
    const hash = createHash('sha256').update(text).digest('hex')
    return hash === sha256 ? hash : createHash('sha256').update(`\ufeff${text}`).digest('hex')
  }
  if (!isCodePage(encoding)) return null
  const bytes = encodeCodePage(text, encoding)
  return bytes === null ? 'a character outside of its code page' : createHash('sha256').update(bytes).digest('hex')
}

function isCodePage(encoding: string): encoding is CodePage {
  return encoding === 'windows-1252' || encoding === 'cp437' || encoding === 'cp850'
}

const encoderCache = new Map<CodePage, ReadonlyMap<number, number>>()

function encodeCodePage(text: string, page: CodePage): Uint8Array | null {
  const encoder = encoderCache.get(page) ?? toEncoder(page)
  encoderCache.set(page, encoder)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const byte = code < 0x80 ? code : encoder.get(code)
    if (byte === undefined) return null
    bytes[at] = byte
  }
  return bytes
}

/** Character -> byte, made by decoding all bytes. */
function toEncoder(page: CodePage): ReadonlyMap<number, number> {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  return new Map(Array.from(decodeCodePage(all, page), (character, byte) => [character.charCodeAt(0), byte]))
}
