/** What a browser keeps for reading offline, with a Cache API in memory. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  clearKept,
  dropOtherBuilds,
  findInCaches,
  isPageKey,
  keepPage,
  listKeptPages,
  openBuildCache,
  openKept,
  toPageKey,
  withoutRedirect,
} from '../../src/client/offline/offline-cache.js'
import { installCaches } from './memory-caches.js'

const test = suite('offline cache')
const SCOPE = 'https://example.org/kb/'
const OTHER = 'https://example.org/other/'
const page = (number: number) => `${SCOPE}kb/214/Q${number}/`

for (const [address, key] of [
  ['kb/214/Q214864/index.html?from=list#cause', 'kb/214/Q214864/'],
  ['kb/214/Q214864/', 'kb/214/Q214864/'],
  ['page.html?p=kb/214/Q214864/&q=printer', 'page.html?p=kb/214/Q214864/'],
  ['page?p=kb/214/Q214864/', 'page.html?p=kb/214/Q214864/'],
  ['page.html', 'page.html'],
] as const)
  test(`keeps ${address} as ${key}`, () => {
    assert.is(toPageKey(SCOPE + address), SCOPE + key)
  })

test('tells pages from their styles and scripts', () => {
  assert.ok(isPageKey(page(1)))
  assert.ok(isPageKey(`${SCOPE}page.html?p=x`))
  assert.not(isPageKey(`${SCOPE}assets/site.4f2a.css`))
})

test('keeps a page under its key, and the newest visit of it', async () => {
  installCaches()
  await keepPage(SCOPE, page(1), new Response('old'))
  await keepPage(SCOPE, page(2), new Response('other'))
  await keepPage(SCOPE, page(1), new Response('new'))
  assert.equal(await listKeptPages(SCOPE), [page(2), page(1)])
  assert.is(await (await findInCaches(SCOPE, 'b1', page(1)))?.text(), 'new')
})

test('lets the oldest page go when there are more than 500, and no style sheet', async () => {
  installCaches()
  await (await openKept(SCOPE)).put(`${SCOPE}assets/site.css`, new Response('p {}'))
  for (let i = 1; i <= 502; i++) await keepPage(SCOPE, page(i), new Response(''))
  const pages = await listKeptPages(SCOPE)
  assert.is(pages.length, 500)
  assert.is(pages[0], page(3))
  assert.ok(await findInCaches(SCOPE, 'b1', `${SCOPE}assets/site.css`))
})

test('drops the files of other builds, and keeps visited pages and other sites', async () => {
  const caches = installCaches()
  await (await openBuildCache(SCOPE, 'shell', 'b1')).put(SCOPE, new Response('home'))
  await (await openBuildCache(SCOPE, 'files', 'b1')).put(`${SCOPE}search/words.js`, new Response(''))
  await (await openBuildCache(SCOPE, 'files', 'b2')).put(`${SCOPE}search/words.js`, new Response(''))
  await (await openBuildCache(OTHER, 'files', 'b1')).put(`${OTHER}search/words.js`, new Response(''))
  await keepPage(SCOPE, page(1), new Response('page'))
  await keepPage(SCOPE, `${SCOPE}page.html?p=x`, new Response('a page of a pack'))
  await dropOtherBuilds(SCOPE, 'b2')
  assert.equal((await caches.keys()).sort(), [
    `kb-archive ${SCOPE} files b2`,
    `kb-archive ${SCOPE} kept`,
    `kb-archive ${OTHER} files b1`,
  ])
  assert.equal(await listKeptPages(SCOPE), [page(1)])
})

test('finds nothing of another build, nor of another site', async () => {
  installCaches()
  await (await openBuildCache(SCOPE, 'files', 'b1')).put(`${SCOPE}x.js`, new Response(''))
  await (await openBuildCache(OTHER, 'files', 'b2')).put(`${SCOPE}x.js`, new Response(''))
  assert.is(await findInCaches(SCOPE, 'b2', `${SCOPE}x.js`), undefined)
})

test('clears what was kept while reading, and leaves the shell and other sites', async () => {
  const caches = installCaches()
  await (await openBuildCache(SCOPE, 'shell', 'b1')).put(SCOPE, new Response('home'))
  await (await openBuildCache(SCOPE, 'files', 'b1')).put(`${SCOPE}x.js`, new Response(''))
  await keepPage(SCOPE, page(1), new Response('page'))
  await keepPage(OTHER, `${OTHER}kb/`, new Response('page'))
  await clearKept(SCOPE)
  assert.equal((await caches.keys()).sort(), [`kb-archive ${SCOPE} shell b1`, `kb-archive ${OTHER} kept`].sort())
})

test('keeps of a redirected answer its content alone, since browsers refuse it for a page', async () => {
  const direct = new Response('text', { headers: { 'content-type': 'text/html' } })
  assert.is(await withoutRedirect(direct), direct)
  const redirected = new Response('text', { headers: { 'content-type': 'text/html' } })
  Object.defineProperty(redirected, 'redirected', { value: true })
  const plain = await withoutRedirect(redirected)
  assert.not(plain.redirected)
  assert.equal([await plain.text(), plain.headers.get('content-type')], ['text', 'text/html'])
})

test.run()
