/** The sample's site on a real web server (nginx), below a path, as docs/hosting.md says. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { visitTags } from '../../src/site/html-tags.js'
import { NGINX, withDocumentedNginx, withNginx } from '../support/nginx.js'
import { askKb } from '../support/run-kb.js'
import { TEXTS } from '../support/small-data.js'
import { makeFolder, writeFiles } from '../support/small-site.js'

const hosting = suite('hosting')

/** Builds a small archive, serves it and lets `use` ask for its paths. */
async function withSite(
  use: (ask: (path: string) => Promise<Response>) => Promise<void>,
  serve = withNginx,
): Promise<void> {
  const folder = makeFolder()
  for (const [id, text] of Object.entries(TEXTS)) writeFiles(folder, { [`dump/${id}.TXT`]: text })
  const built = askKb(['build', join(folder, 'dump'), '--out', folder, '--quiet'])
  assert.is(built.status, 0, built.stderr)
  await serve(join(folder, 'site'), (base) => use((path) => fetch(`${base}/${path}`)))
}

/** The files of the site that a page at `path` has links to. */
function listTargets(path: string, html: string): string[] {
  const targets: string[] = []
  visitTags(html, ({ attributes }) => {
    const address = attributes.get('href') ?? attributes.get('src')
    if (address === undefined || /^(?:[a-z]+:|#)/.test(address)) return
    targets.push(new URL(address, `http://x/${path}`).pathname.slice(1))
  })
  return targets
}

hosting(
  'works below a path: every link of home and article, folders, the search index, the page for missing ones',
  async () => {
    if (NGINX === null) return
    await withSite(async (ask) => {
      for (const page of ['index.html', 'kb/214/Q214864/index.html', 'search/index.html']) {
        const targets = listTargets(page, await (await ask(page)).text())
        assert.ok(targets.length > 5, page)
        for (const target of new Set(targets)) assert.is((await ask(target)).status, 200, `${page}: ${target}`)
      }
      assert.match(await (await ask('kb/214/Q214864/')).text(), 'Tallybook')
      assert.match((await ask('search/manifest.js')).headers.get('content-type') ?? '', 'javascript')
      assert.is((await ask('index.html')).headers.get('content-encoding'), 'gzip')
      assert.match((await ask('index.html')).headers.get('content-security-policy') ?? '', "default-src 'none'")
      const missing = await ask('kb/999/Q999999/')
      assert.is(missing.status, 404)
      assert.match(missing.headers.get('content-type') ?? '', 'text/html')
    })
  },
)

hosting(
  'is served by the nginx block of docs/hosting.md: kept for a year or asked for again, compressed, with its page for what is missing',
  async () => {
    if (NGINX === null) return
    await withSite(async (ask) => {
      const home = await ask('index.html')
      const [, style] = /href=(assets\/site\.[0-9a-f]+\.css)/.exec(await home.text()) ?? []
      for (const [file, expected] of [
        [home, 'no-cache'],
        [await ask('search/manifest.js'), 'no-cache'],
        [await ask(style ?? ''), 'public, max-age=31536000, immutable'],
      ] as const) {
        assert.is(file.status, 200, file.url)
        assert.is(file.headers.get('cache-control'), expected, file.url)
        assert.is(file.headers.get('content-encoding'), 'gzip', file.url)
        assert.is(file.headers.get('content-security-policy'), "frame-ancestors 'self'")
        assert.is(file.headers.get('x-content-type-options'), 'nosniff')
      }
      const missing = await ask('kb/999/Q999999/')
      assert.is(missing.status, 404)
      assert.match(await missing.text(), 'not here')
    }, withDocumentedNginx)
  },
)

hosting('puts a content security policy without exceptions and lasting assets into `_headers`', () => {
  const folder = makeFolder()
  writeFiles(folder, { 'dump/Q214864.TXT': TEXTS.Q214864 ?? '' })
  assert.is(askKb(['build', join(folder, 'dump'), '--out', folder, '--quiet']).status, 0)
  const headers = readFileSync(join(folder, 'site', '_headers'), 'utf8')
  assert.match(headers, /^\/\*\n {2}Content-Security-Policy: default-src 'none'/)
  assert.not.match(headers, 'unsafe-')
  assert.match(headers, /\/assets\/\*\n {2}Cache-Control: .*immutable/)
})

hosting('keeps files of the index for a year, which are asked for with their stamp, but not its manifest', () => {
  const folder = makeFolder()
  writeFiles(folder, { 'dump/Q214864.TXT': TEXTS.Q214864 ?? '' })
  assert.is(askKb(['build', join(folder, 'dump'), '--out', folder, '--quiet']).status, 0)
  const headers = readFileSync(join(folder, 'site', '_headers'), 'utf8')
  for (const kind of ['words', 'terms', 'places', 'cards'])
    assert.match(headers, new RegExp(`/search/${kind}/\\*\\n {2}Cache-Control: .*immutable`))
  assert.not.match(headers, /^\/search\/\*/m)
})

hosting('writes redirects for hosts that read them, below the path of the site', () => {
  const folder = makeFolder()
  writeFiles(folder, { 'dump/Q214864.TXT': TEXTS.Q214864 ?? '' })
  const args = ['build', join(folder, 'dump'), '--out', folder, '--quiet', '--site-url', 'https://kb.example.org/old/']
  assert.is(askKb(args).status, 0)
  assert.match(readFileSync(join(folder, 'site', '_redirects'), 'utf8'), '/old/KB/* /old/kb/:splat 301')
})

hosting('has a service worker only where it is asked for', () => {
  for (const flags of [[], ['--pwa']]) {
    const folder = makeFolder()
    writeFiles(folder, { 'dump/Q214864.TXT': TEXTS.Q214864 ?? '' })
    assert.is(askKb(['build', join(folder, 'dump'), '--out', folder, '--quiet', ...flags]).status, 0)
    assert.is(existsSync(join(folder, 'site', 'service-worker.js')), flags.length > 0)
    const policy = readFileSync(join(folder, 'site', '_headers'), 'utf8')
    assert.is(policy.includes("worker-src 'self'"), flags.length > 0)
  }
})

hosting.run()
