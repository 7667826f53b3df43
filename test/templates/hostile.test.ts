/** The promise that nothing in an article runs: each payload in each field of an article, on every page and in every feed. */
import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Article, Block } from '../../src/article/article.js'
import { hasControls, nameControls } from '../../src/render/controls.js'
import { PAYLOADS } from './payloads.js'
import { renderSite } from './render-site.js'
import { paragraph, sampleArchive, sampleArticle, section } from './sample-archive.js'
import { listElements, whatRuns } from './what-runs.js'

const PLACE = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }

/** An article that says the payload wherever an article can say anything. */
function hostileArticle(number: number, text: string): Article {
  const cell = { type: 'tableCell' as const, children: [{ type: 'text' as const, value: text }] }
  const link = { type: 'link' as const, url: text, title: text, children: [{ type: 'text' as const, value: text }] }
  const blocks: Block[] = [
    paragraph(text),
    { type: 'paragraph', children: [link, { ...link, data: { article: text } }], position: PLACE },
    { type: 'code', lang: text, value: text, position: PLACE },
    { type: 'code', lang: 'c', value: text, position: PLACE },
    { type: 'table', children: [{ type: 'tableRow', children: [cell, cell] }], position: PLACE },
    { type: 'blockquote', data: { note: text }, children: [paragraph(text)], position: PLACE },
    {
      type: 'list',
      ordered: true,
      children: [{ type: 'listItem', data: { marker: text }, children: [paragraph(text)], position: PLACE }],
      position: PLACE,
    },
    { type: 'html', value: text, position: PLACE },
  ]
  const base = sampleArticle(number)
  return sampleArticle(number, {
    title: text,
    type: text,
    modified: null,
    modifiedText: text,
    product: { code: text, name: text },
    versions: { text, platforms: [{ platform: text, versions: [text] }] },
    operatingSystems: [text],
    keywords: [text],
    legacy: { versions: text, systems: text, keywords: [text], text: [text] },
    appliesTo: [
      {
        text,
        product: { id: 'orchard', name: text, edition: text, versions: [text] },
        children: [{ text, product: null, children: [] }],
      },
    ],
    products: [{ id: 'orchard', name: text, family: text, versions: [text], from: 'applies-to' }],
    sections: [...base.sections, { ...section(text, 'other', blocks), slug: 'hostile' }],
    queryWords: { text, words: [text], fields: { [text]: text } },
    keywordBlock: {
      keywords: [text],
      technology: [text],
      version: text,
      hardware: [text],
      issueType: [text],
      solutionType: [text],
      other: { [text]: text },
    },
    legal: { year: null, standard: false, text },
    references: [{ id: text, title: text, section: 0 }],
    source: {
      ...{ ...base.source, name: text, encoding: text, header: { [text]: text }, dump: text },
      copies: [{ dump: text, form: 'md', name: text, modified: null, sha256: text }],
    },
    problems: [{ code: 'line-tabs', line: 1, found: text }],
  })
}

const hostile = suite('hostile texts')
const names = Object.keys(PAYLOADS)
const articles = Object.values(PAYLOADS).map((text, index) => hostileArticle(100000 + index, text))

hostile('run on no page, and lead nowhere', async () => {
  for (const [file, html] of await renderSite(hostileArchive())) {
    if (file.endsWith('.html')) assert.equal(whatRuns(html), [], file)
  }
})

hostile('leave JSON-LD whole', async () => {
  for (const [file, html] of await renderSite(hostileArchive())) {
    for (const { tagName, properties, children } of listElements(fromHtml(html))) {
      if (tagName !== 'script' || properties.src !== undefined) continue
      const [text] = children
      assert.ok(text?.type === 'text' && JSON.parse(text.value), file)
    }
  }
})

hostile('leave feeds and sitemaps well-formed', async () => {
  const files = await renderSite(hostileArchive())
  for (const file of ['feed.xml', 'sitemap.xml', 'sitemap-1.xml', 'opensearch.xml']) {
    const xml = files.get(file) ?? ''
    assert.match(xml, /^<\?xml version="1.0" encoding="utf-8"\?>/, file)
    assert.not.match(xml, /<script|<img/, file)
    assert.not.ok(hasControls(xml), file)
  }
})

hostile('are shown as they are', async () => {
  const files = await renderSite(hostileArchive())
  articles.forEach((article, index) => {
    const shown = visible(fromHtml(files.get(`kb/100/${article.id}/index.html`) ?? ''))
    assert.ok(shown.includes(nameControls(visible({ type: 'text', value: article.title }))), names[index])
  })
})

/** The text that is seen, white space aside; a control character by its name. */
function visible(node: Nodes): string {
  if (node.type === 'text') return nameControls(node.value).replace(/\s+/g, '')
  return 'children' in node ? node.children.map(visible).join('') : ''
}

function hostileArchive() {
  return sampleArchive(articles)
}

hostile.run()
