/**
 * A host as Cloudflare Pages and, with its "pretty URLs", Netlify are: no address ends in `.html`. `page.html?p=x` leads to `page?p=x`,
 * `kb/214/Q214001/index.html` to its folder, and the rules of `_redirects` come before the files.
 */
import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'application/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

/** Serves `folder` while `use` works with it; `origin` has no slash at its end. */
export async function withPrettyHost(folder: string, use: (origin: string) => Promise<void>): Promise<void> {
  const rules = readRules(folder)
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://host')
    const rule = rules.find(({ from }) => pathname.startsWith(from))
    const pretty = pathname.replace(/(?:\/index)?\.html$/, (end) => (end === '.html' ? '' : '/'))
    if (rule !== undefined) lead(response, 302, rule.to.replace(':splat', pathname.slice(rule.from.length)))
    else if (pretty !== pathname) lead(response, 308, pretty + search)
    else answer(response, folder, decodeURIComponent(pathname))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

/** `/kb/* /page.html?p=kb/:splat 302` */
const RULE = /^(\/\S*)\* (\S+) \d+$/gm

function readRules(folder: string): readonly { readonly from: string; readonly to: string }[] {
  const text = readFileSync(join(folder, '_redirects'), 'utf8')
  return Array.from(text.matchAll(RULE), ([, from = '', to = '']) => ({ from, to }))
}

function lead(response: ServerResponse, status: number, location: string): void {
  response.writeHead(status, { location }).end()
}

function answer(response: ServerResponse, folder: string, path: string): void {
  for (const file of [path, `${path}.html`, `${path}index.html`]) {
    const content = readOrNull(join(folder, file))
    if (content === null) continue
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(content)
    return
  }
  response.writeHead(404, { 'content-type': TYPES['.html'] }).end(readFileSync(join(folder, '404.html')))
}

function readOrNull(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}
