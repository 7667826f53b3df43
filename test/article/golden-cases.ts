/**
 * The golden cases of the parser: one folder a case in `test/fixtures/article`, named after the reason it is there.
 *
 *     article.txt | article.md   the input, an original text of the shape
 *     expected.json              the Article it must become
 *     about.md                   one sentence: what is special, and which articles of the corpus have it
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Article } from '../../src/article/article.js'
import { parseArticle } from '../../src/article/parse.js'
import { recogniseForm } from '../../src/article/recognise.js'
import { decode } from '../../src/article/text/decode.js'

export const GOLDEN_FOLDER = fileURLToPath(new URL('../fixtures/article', import.meta.url))

export interface GoldenCase {
  readonly reason: string
  readonly inputName: string
  readonly bytes: Uint8Array
}

/** All cases, by name. */
export function listGoldenCases(): GoldenCase[] {
  return readdirSync(GOLDEN_FOLDER)
    .sort()
    .map((reason) => {
      const files = readdirSync(join(GOLDEN_FOLDER, reason))
      const inputName = files.find((file) => file.startsWith('article.')) ?? 'article.txt'
      return { reason, inputName, bytes: readFileSync(join(GOLDEN_FOLDER, reason, inputName)) }
    })
}

/** What the parser makes of a case now. */
export function parseGolden({ inputName, bytes }: GoldenCase): Article {
  const form = recogniseForm(decode(bytes).text)
  if (form === null) throw new Error(`Expected an article, found none in \`${inputName}\``)
  return parseArticle({ form, name: inputName, bytes, sha256: '' })
}

/** The committed Article of a case, or the empty text where there is none yet. */
export function readExpected({ reason }: GoldenCase): string {
  try {
    return readFileSync(join(GOLDEN_FOLDER, reason, 'expected.json'), 'utf8')
  } catch {
    return ''
  }
}

const LINE_LENGTH = 110

/** JSON with short values on one line, so that a change of one block is a change of one line. */
export function toReadableJson(value: unknown, margin = ''): string {
  const line = JSON.stringify(value)
  if (line.length + margin.length <= LINE_LENGTH || typeof value !== 'object' || value === null) return line
  const inner = `${margin}  `
  const parts = Array.isArray(value)
    ? value.map((item) => inner + toReadableJson(item, inner))
    : Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${toReadableJson(item, inner)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${parts.join(',\n')}\n${margin}${close}`
}
