/** nginx below a path: with the headers that the site's `_headers` names, or word for word as docs/hosting.md has it. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPort, waitUntilUp } from './free-port.js'
import { findTool } from './tool.js'

/** Where nginx is, or `null`: then what needs it is left out, loudly. */
export const NGINX = findTool('nginx', 'nginx-light')

/** A rule of `_headers`: `/assets/*`, and lines `Name: value` below it. */
interface Rule {
  readonly folder: string
  readonly headers: readonly string[]
}

function readRules(site: string): readonly Rule[] {
  const rules: { folder: string; headers: string[] }[] = []
  for (const line of readFileSync(join(site, '_headers'), 'utf8').split('\n'))
    if (line.startsWith('/')) rules.push({ folder: line.slice(1).replace(/\*.*$/, ''), headers: [] })
    else if (line.trim() !== '') rules.at(-1)?.headers.push(line.trim())
  return rules
}

/** `add_header Name "value" always;`: a location that has some does without those around it, so each names all. */
function toDirectives(rules: readonly Rule[], folder: string): string {
  const lines = rules.filter((rule) => folder.startsWith(rule.folder)).flatMap((rule) => rule.headers)
  return lines.map((line) => line.replace(/^([^:]+): (.*)$/, 'add_header $1 "$2" always;')).join(' ')
}

/** Where a server has its own files, what it serves and where. */
interface Place {
  readonly folder: string
  readonly site: string
  readonly port: number
}

/** What stands inside of `http`: the headers that the site asks for. */
function toHeadersServer({ site, port }: Place): string {
  const rules = readRules(site)
  const locations = rules.map(
    (rule) =>
      `location /archive/${rule.folder} { alias "${site}/${rule.folder}"; ${toDirectives(rules, rule.folder)} error_page 404 /archive/404.html; }`,
  )
  return `gzip on; gzip_types text/css application/javascript; server { listen 127.0.0.1:${port}; ${locations.join('\n')} }`
}

/** The block of docs/hosting.md, for this site and port. */
function toDocumentedServer({ site, port }: Place): string {
  const page = readFileSync(new URL('../../docs/hosting.md', import.meta.url), 'utf8')
  const block = /^```nginx\n(.*?)^```$/ms.exec(page)?.[1] ?? ''
  return block.replace('listen 80;', `listen 127.0.0.1:${port};`).replace('/srv/kb/site/', `"${site}/"`)
}

/** A configuration around a server, all files of nginx in one folder. */
function toConfiguration(folder: string, server: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path "${folder}/tmp";`,
  )
  // Started by root, nginx reads files as another user, who may not enter the temporary folder.
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  return `daemon off; ${user} pid "${folder}/pid"; error_log "${folder}/error.log"; events {}
http {
  include /etc/nginx/mime.types; access_log off; ${temporary.join(' ')}
  absolute_redirect off;
  ${server}
}`
}

/** Serves `site` while `use` works with it; `base`: its address, without a slash at the end. */
export function withNginx(site: string, use: (base: string) => Promise<void>): Promise<void> {
  return withServer(site, toHeadersServer, use)
}

/** The same with the configuration that docs/hosting.md shows. */
export function withDocumentedNginx(site: string, use: (base: string) => Promise<void>): Promise<void> {
  return withServer(site, toDocumentedServer, use)
}

async function withServer(
  site: string,
  toServer: (place: Place) => string,
  use: (base: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kb-nginx-'))
  const port = await findPort()
  mkdirSync(join(folder, 'tmp'))
  writeFileSync(join(folder, 'nginx.conf'), toConfiguration(folder, toServer({ folder, site, port })))
  const server = spawn(NGINX ?? '', ['-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')])
  try {
    await waitUntilUp(`http://127.0.0.1:${port}/archive/`)
    await use(`http://127.0.0.1:${port}/archive`)
  } finally {
    server.kill()
    await new Promise((resolve) => server.once('exit', resolve))
    rmSync(folder, { recursive: true, force: true })
  }
}
