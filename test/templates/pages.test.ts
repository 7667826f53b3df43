/** Every template through Eleventy, on an archive of a few articles. */
import { fileURLToPath } from 'node:url'
import Eleventy from '@11ty/eleventy'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { compile } from '../../scripts/compile.mjs'
import type { ArchiveView } from '../../src/render/view.js'
import { sampleArchive, sampleArticle } from './sample-archive.js'

const LIB = fileURLToPath(new URL('../../lib/', import.meta.url))

/** What Eleventy makes of the view: file -> text. */
async function renderSite(view: ArchiveView): Promise<Map<string, string>> {
  await compile()
  const eleventy = new Eleventy(`${LIB}templates`, '/site', {
    quietMode: true,
    configPath: `${LIB}.eleventy.js`,
    config: (config) => config.addGlobalData('archive', () => view),
  })
  const rendered = await eleventy.toJSON()
  return new Map(rendered.map((page) => [page.outputPath.replace('/site/', ''), page.content]))
}

const pages = suite('pages')
const articles = [100000, 100001, 100002].map((number) => sampleArticle(number))

pages('makes a page for each article, list and facet, and the single ones', async () => {
  const files = await renderSite(sampleArchive(articles))
  for (const file of ['index.html', 'kb/100/Q100001/index.html', 'kb/100/index.html', 'product/index.html'])
    assert.match(files.get(file) ?? '', /^<!doctype html><html lang="en"/, file)
})

pages('leaves single pages to the run that is told to make them', async () => {
  const files = await renderSite(sampleArchive(articles, { single: false, lists: [], facetIndexes: [] }))
  assert.equal(
    [...files.keys()].sort(),
    articles.map((article) => `kb/100/${article.id}/index.html`),
  )
})

pages.run()
