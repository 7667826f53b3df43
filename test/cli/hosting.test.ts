/** The sample's site on a real web server (nginx), below a path, as README's "Host it" says. */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { visitTags } from '../../src/build/check-html.js'
import { TEXTS } from '../build/small-data.js'
import { makeFolder, writeFiles } from '../build/small-site.js'
import { findPort, waitUntilUp } from '../free-port.js'
import { findTool } from '../tool.js'
import { runKb } from './run-kb.js'

const hosting = suite('hosting')

/** A configuration with nothing but what README says, all files of the server in one folder. */
function toConfiguration(folder: string, site: string, port: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path "${folder}/tmp";`,
  )
  // Started by root, nginx reads files as another user, who may not enter the temporary folder.
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  return `daemon off; ${user} pid "${folder}/pid"; error_log "${folder}/error.log"; events {}
http {
  include /etc/nginx/mime.types; access_log off; ${temporary.join(' ')}
  gzip on; gzip_types text/css application/javascript;
  server { listen 127.0.0.1:${port}; location /archive/ { alias "${site}/"; error_page 404 /archive/404.html; } }
}`
}

/** Builds a small archive, serves it and lets `use` ask for its paths. */
async function withNginx(
  nginx: string,
  use: (ask: (path: string) => Promise<Response>) => Promise<void>,
): Promise<void> {
  const folder = makeFolder()
  for (const [id, text] of Object.entries(TEXTS)) writeFiles(folder, { [`dump/${id}.TXT`]: text })
  const built = runKb(['build', join(folder, 'dump'), '--out', folder, '--quiet'])
  assert.is(built.status, 0, built.stderr)
  const port = await findPort()
  mkdirSync(join(folder, 'tmp'))
  writeFileSync(join(folder, 'nginx.conf'), toConfiguration(folder, join(folder, 'site'), port))
  const server = spawn(nginx, ['-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')])
  try {
    await waitUntilUp(`http://127.0.0.1:${port}/archive/`)
    await use((path) => fetch(`http://127.0.0.1:${port}/archive/${path}`))
  } finally {
    server.kill()
    await new Promise((resolve) => server.once('exit', resolve))
  }
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
    const nginx = findTool('nginx', 'nginx-light')
    if (nginx === null) return
    await withNginx(nginx, async (ask) => {
      for (const page of ['index.html', 'kb/214/Q214864/index.html', 'search/index.html']) {
        const targets = listTargets(page, await (await ask(page)).text())
        assert.ok(targets.length > 5, page)
        for (const target of new Set(targets)) assert.is((await ask(target)).status, 200, `${page}: ${target}`)
      }
      assert.match(await (await ask('kb/214/Q214864/')).text(), 'Tallybook')
      assert.match((await ask('search/manifest.js')).headers.get('content-type') ?? '', 'javascript')
      assert.is((await ask('index.html')).headers.get('content-encoding'), 'gzip')
      const missing = await ask('kb/999/Q999999/')
      assert.is(missing.status, 404)
      assert.match(missing.headers.get('content-type') ?? '', 'text/html')
    })
  },
)

hosting('puts a content security policy without exceptions and lasting assets into `_headers`', () => {
  const folder = makeFolder()
  writeFiles(folder, { 'dump/Q214864.TXT': TEXTS.Q214864 ?? '' })
  assert.is(runKb(['build', join(folder, 'dump'), '--out', folder, '--quiet']).status, 0)
  const headers = readFileSync(join(folder, 'site', '_headers'), 'utf8')
  assert.match(headers, /^\/\*\n {2}Content-Security-Policy: default-src 'none'/)
  assert.not.match(headers, 'unsafe-')
  assert.match(headers, /\/assets\/\*\n {2}Cache-Control: .*immutable/)
})

hosting.run()
