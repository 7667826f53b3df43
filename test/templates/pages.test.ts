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

pages('says what an error code means, where articles agree', async () => {
  const values = [
    { label: 'Error 53', title: 'Error 53', path: 'error/error_53/', count: 2, meaning: 'No path <here>' },
  ]
  const facetIndexes = [{ facet: 'error' as const, path: 'error/', values }]
  const files = await renderSite(sampleArchive(articles, { facetIndexes }))
  assert.match(files.get('error/index.html') ?? '', />Error 53<\/a><small>No path &#x3C;here><\/small>/)
})

pages('lists the pages that search boxes suggest', async () => {
  const version = { label: 'orchard/1.0', title: 'Orchard 1.0', path: 'product/orchard/1.0/', count: 2 }
  const code = { label: 'Error 53', title: 'Error 53', path: 'kb/100/Q100001/', count: 1 }
  const facetIndexes = [{ facet: 'error' as const, path: 'error/', values: [code] }]
  const files = await renderSite(sampleArchive(articles, { facetIndexes, versions: [version] }))
  const { errors, products } = JSON.parse((files.get('quick-links.js') ?? '').replace(/^kbQuickLinks=/, ''))
  assert.equal(
    { errors, products },
    { errors: [['Error 53', 1, 100001]], products: [['Orchard 1.0', 'orchard/1.0', 2]] },
  )
})

pages('looks for the root on the page that stands anywhere, where the archive has no address', async () => {
  const archive = sampleArchive(articles)
  const seekers = (html = '') => html.match(/<script src=(?:\.\.\/)*assets\/find-root\.js defer>/g)?.length ?? 0
  assert.is(seekers((await renderSite(archive)).get('404.html')), 0)
  const files = await renderSite({ ...archive, site: { ...archive.site, url: null } })
  assert.ok(seekers(files.get('404.html')) > 5)
  assert.is(seekers(files.get('index.html')), 0)
})

pages('explains the words that an article is filed under', async () => {
  const keywordBlock = {
    ...{ keywords: ['kberrmsg', 'kbimu'], technology: ['kbWinNT400search', 'kbOrchardSearch'] },
    ...{ version: ':', hardware: [], issueType: ['kbbug'], solutionType: [], other: {} },
  }
  const files = await renderSite(
    sampleArchive([sampleArticle(100000, { keywords: ['kberrmsg', 'kbimu'], keywordBlock })]),
  )
  const html = files.get('kb/100/Q100000/index.html') ?? ''
  for (const text of ['>kberrmsg</a> (Error messages)</dd>', '>kbimu</a></dd>', '<dd>kbbug (Bug)</dd>'])
    assert.ok(html.includes(text), text)
  assert.ok(html.includes('<dd>kbWinNT400search (Windows NT 4.0, any version)</dd>'))
  assert.ok(html.includes('<dd>kbOrchardSearch</dd>'))
  assert.not.match(html, /<dt>Version</)
})

pages('names the dump of a text, and the other files that have it', async () => {
  const base = sampleArticle(100_000)
  const copy = { form: 'md' as const, sha256: '2'.repeat(64), modified: '1999-01-02' }
  const copies = Array.from({ length: 30 }, (_, at) => ({ ...copy, name: `${at}.md`, dump: 'old/kb' }))
  const render = async (source: Partial<typeof base.source>) => {
    const files = await renderSite(sampleArchive([{ ...base, source: { ...base.source, ...source } }]))
    return files.get('kb/100/Q100000/index.html') ?? ''
  }
  const html = await render({ name: 'a/Q1.TXT', dump: 'kb.zip', copies, moreCopies: 970 })
  assert.match(html, 'From a/Q1.TXT in kb.zip.')
  assert.match(html, 'The same text in 1,000 other files')
  assert.match(html, /<li>0\.md in old\/kb <small><time datetime=1999-01-02>/)
  assert.match(html, '<li>19.md in old/kb')
  assert.match(html, '<li>and 980 more</li>')
  assert.not.match(html, '20.md')
  const single = await render({ name: 'a/Q1.TXT' })
  assert.match(single, 'From a/Q1.TXT. ')
  assert.not.match(single, 'The same text in')
})

pages('says on the page of an article how to cite it', async () => {
  const html = (await renderSite(sampleArchive(articles))).get('kb/100/Q100001/index.html') ?? ''
  assert.match(
    html,
    /<details class=cite>.*<p>"[^<]*, https:\/\/kb\.example\/kb\/100\/Q100001\/\.<\/p>.*@misc\{Q100001,/s,
  )
})

pages('names a shortened archive by whole words', async () => {
  const files = await renderSite(sampleArchive(articles))
  assert.is(JSON.parse(files.get('manifest.webmanifest') ?? '').short_name, 'Sample')
})

pages.run()
