/** Every kind of page, and the constructs of articles, as valid HTML. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { makeSampleSite } from '../sample-site.js'
import { renderSite } from './render-site.js'
import { paragraph, sampleArchive, sampleArticle, section } from './sample-archive.js'

const PLACE = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Tags are printed by rehype, which writes `<!doctype html>` and closes no void element.
    'doctype-style': 'off',
    // The page does not know how long a title is: articles have the titles they have.
    'long-title': 'off',
    // Original texts are exact, to the blank at the end of a line.
    'no-trailing-whitespace': 'off',
    // Words of the source, such as `&notit;` or a telephone number, are kept as they are.
    'tel-non-breaking': 'off',
    // Values are what the archive holds; they are never empty attributes by design but by content.
    'attribute-boolean-style': ['error', { style: 'omit' }],
    // Quotes stand where a value needs them.
    'attr-quotes': 'off',
    'attribute-empty-style': ['error', { style: 'omit' }],
  },
})

const articles = [
  sampleArticle(100000),
  sampleArticle(100001, {
    appliesTo: [{ text: 'Contoso Orchard Server, used with:', children: [{ text: 'Contoso Ladder', children: [] }] }],
    references: [
      { id: 'Q100000', title: 'BUG: Other', section: 0 },
      { id: 'Q999999', title: 'Missing', section: 0 },
    ],
    problems: [{ code: 'line-tabs', line: 3, found: 'a\tb' }],
    legacy: { versions: '3.00', systems: 'WINDOWS', keywords: ['kbprg'], text: ['3.00', 'WINDOWS', 'kbprg'] },
    sections: [
      section('SUMMARY', 'summary', [
        { type: 'blockquote', data: { note: 'WARNING' }, children: [paragraph('WARNING: Sharp.')], position: PLACE },
        {
          type: 'list',
          ordered: true,
          start: 3,
          children: [{ type: 'listItem', data: { marker: 'c.' }, children: [paragraph('Three')], position: PLACE }],
          position: PLACE,
        },
        {
          type: 'table',
          children: [
            { type: 'tableRow', children: [{ type: 'tableCell', children: [{ type: 'text', value: 'Name' }] }] },
            { type: 'tableRow', children: [{ type: 'tableCell', children: [{ type: 'text', value: 'Saw' }] }] },
          ],
          position: PLACE,
        },
        { type: 'thematicBreak', position: PLACE },
      ]),
    ],
  }),
]

const valid = suite('valid HTML')

/** `kb/100/Q100000/index.html:1:400 no-dup-id: Duplicate ID "cause"` for each thing that is wrong. */
async function validate(file: string, html: string): Promise<string[]> {
  const { results } = await validator.validateString(html, file)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${file}:${line}:${column} ${ruleId}: ${message}`),
  )
}

valid('is every page of every kind', async () => {
  const findings: string[] = []
  for (const [file, html] of await renderSite(sampleArchive(articles)))
    if (file.endsWith('.html')) findings.push(...(await validate(file, html)))
  assert.equal(findings, [])
})

valid('is every page of the sample', async () => {
  const folder = makeSampleSite()
  const findings: string[] = []
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.html')) findings.push(...(await validate(file, readFileSync(join(folder, file), 'utf8'))))
  assert.equal(findings, [])
})

valid.run()
