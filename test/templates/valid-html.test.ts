/** Every kind of page, and the constructs of articles, as valid HTML. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { makeSampleSite } from '../support/sample-site.js'
import { validate } from './html-validator.js'
import { renderSite } from './render-site.js'
import { paragraph, sampleArchive, sampleArticle, section } from './sample-archive.js'

const PLACE = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }

const articles = [
  sampleArticle(100000),
  sampleArticle(100001, {
    appliesTo: [
      {
        text: 'Contoso Orchard Server, used with:',
        product: null,
        children: [{ text: 'Contoso Ladder', product: null, children: [] }],
      },
    ],
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

valid('is every page of every kind', async () => {
  const findings: string[] = []
  for (const [file, html] of await renderSite(sampleArchive(articles)))
    if (file.endsWith('.html')) findings.push(...(await validate(file, html)))
  assert.equal(findings, [])
})

valid('is every page of the sample', async () => {
  const folder = await makeSampleSite()
  const findings: string[] = []
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.html')) findings.push(...(await validate(file, readFileSync(join(folder, file), 'utf8'))))
  assert.equal(findings, [])
})

valid.run()
