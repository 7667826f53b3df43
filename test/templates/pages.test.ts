/** Every template through Eleventy, on an archive of a few articles. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { renderSite } from './render-site.js'
import { sampleArchive, sampleArticle } from './sample-archive.js'

const pages = suite('pages')
const articles = [100000, 100001, 100002].map((number) => sampleArticle(number))

pages('makes a page for each article, list and facet, and the single ones', async () => {
  const files = await renderSite(sampleArchive(articles))
  const inBucket = ['Q100001/', 'originals-0/', ''].map((page) => `kb/100/${page}index.html`)
  for (const file of ['index.html', 'product/index.html', ...inBucket])
    assert.match(files.get(file) ?? '', /^<!doctype html><html lang=en/, file)
})

pages('leaves single pages to the run that is told to make them', async () => {
  const files = await renderSite(sampleArchive(articles, { single: false, lists: [], originals: [], facetIndexes: [] }))
  assert.equal(
    [...files.keys()].sort(),
    articles.map((article) => `kb/100/${article.id}/index.html`),
  )
})

pages('gives every page its address, but not the one that stands anywhere', async () => {
  const files = await renderSite(sampleArchive(articles))
  const article = files.get('kb/100/Q100001/index.html') ?? ''
  assert.match(article, /<link rel=canonical href=https:\/\/kb\.example\/kb\/100\/Q100001\/>/)
  assert.not.match(article, /noindex/)
  const notFound = files.get('404.html') ?? ''
  assert.not.match(notFound, /rel=canonical/)
  assert.match(notFound, /<meta name=robots content=noindex>/)
})

pages('names a shortened archive by whole words', async () => {
  const files = await renderSite(sampleArchive(articles))
  assert.is(JSON.parse(files.get('manifest.webmanifest') ?? '').short_name, 'Sample')
})

pages.run()
