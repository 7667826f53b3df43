/**
 * A preview server over one folder. `send` (types, ranges, ETags, conditional requests, safe paths; Eleventy's own dev server
 * stands on it) and `compression` do the work; this file decides what is asked of them: GET and HEAD only, nothing outside the
 * folder, `404.html` for what is missing. sirv lists all 50,000 files first, serve-handler has routing rules we don't want.
 */
import { readFile, realpath, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, sep } from 'node:path'
import compression from 'compression'
import send from 'send'
import { KbError } from '../kb-error.js'
import { parseMarker, SITE_MARKER } from '../site/site-marker.js'

/** What is served, and where. `port` 0 takes any free one. */
export interface ServeSite {
  readonly directory: string
  readonly host: string
  readonly port: number
}

/** A server that answers. `port` is the one it really has; `base` the path at which the site is: `/`, or that of its `--site-url`. */
export interface RunningServer {
  readonly port: number
  readonly base: string
  close(): Promise<void>
}

/** Starts the server, or fails where the folder is missing or the port is taken. */
export async function serveSite({ directory, host, port }: ServeSite): Promise<RunningServer> {
  const root = await findRoot(directory)
  const base = await readBase(root)
  const compress = compression({ filter: isCompressible })
  const server = createServer((request, response) => {
    compress(request, response, () => void answer({ root, base }, request, response))
  })
  await listen(server, host, port)
  return { port: (server.address() as AddressInfo).port, base, close: () => close(server) }
}

async function findRoot(directory: string): Promise<string> {
  try {
    await realpath(join(directory, 'index.html'))
    return await realpath(directory)
  } catch (cause) {
    throw new KbError('site-missing', 'Cannot find a site: there is no `index.html`', {
      where: directory,
      hint: 'Build it first (`kb build`), or name its folder.',
      cause,
    })
  }
}

/** Text is compressed unless a part of it is asked for: ranges count bytes of the file itself. */
function isCompressible(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.headers.range !== undefined) return false
  return /^(text\/|image\/svg|application\/(javascript|json|xml|[a-z]+\+(xml|json)))/.test(
    String(response.getHeader('Content-Type') ?? ''),
  )
}

/** The path that the site was built for, so that links from the host's root (its 404 page has some) lead into it. */
async function readBase(root: string): Promise<string> {
  const text = await readFile(join(root, SITE_MARKER), 'utf8').catch(() => '')
  return parseMarker(text)?.base ?? '/'
}

interface Served {
  readonly root: string
  readonly base: string
}

async function answer({ root, base }: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = readPath(request.url ?? '')
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    return sayStatus(response, 405)
  }
  if (asked === null) return sayStatus(response, 400)
  if (asked === '/' && base !== '/') return redirect(response, 302, base)
  if (!asked.startsWith(base)) return sendNotFound(root, request, response)
  const path = `/${asked.slice(base.length)}`
  if (!(await isInside(root, path))) return sendNotFound(root, request, response)
  send(request, path, { root, dotfiles: 'ignore', cacheControl: false })
    .on('directory', (answered: ServerResponse) => redirect(answered, 301, `${asked.replace(SLASHES, '/')}/`))
    .on('headers', (answered: ServerResponse) => answered.setHeader('Cache-Control', 'no-cache'))
    .on('error', (error: { readonly status?: number }) => {
      if (error.status === 404) return sendNotFound(root, request, response)
      sayStatus(response, error.status ?? 500)
    })
    .pipe(response)
}

/** The path of a request target, still encoded: `/kb/214/?x` gives `/kb/214/`. `null`: not one a site can have. */
export function readPath(target: string): string | null {
  const path = (target.split(/[?#]/, 1)[0] ?? '').replace(absoluteForm, '')
  if (!path.startsWith('/')) return null
  try {
    return decodeURIComponent(path).includes('\0') ? null : path
  } catch {
    return null
  }
}

/** A proxy's way to ask: `GET http://localhost:8080/kb/ HTTP/1.1`. */
const absoluteForm = /^https?:\/\/[^/]*/i

/** Whether a path leads to a place in the folder, links followed. A missing file is inside: `send` says that it is missing. */
async function isInside(root: string, path: string): Promise<boolean> {
  const wanted = join(root, decodeURIComponent(path))
  if (wanted !== root && !wanted.startsWith(root + sep)) return false
  const real = await realpath(wanted).catch(() => wanted)
  if (real !== root && !real.startsWith(root + sep)) return false
  const found = await stat(real).catch(() => null)
  // To open a pipe or a device could wait for ever.
  return found === null || found.isFile() || found.isDirectory()
}

/** Two slashes in front would name another host. */
const SLASHES = /^\/+/

function redirect(response: ServerResponse, status: 301 | 302, path: string): void {
  response.statusCode = status
  response.setHeader('Location', path)
  response.end()
}

/** Answers with the site's own page for missing ones, or a plain line where it has none. */
function sendNotFound(root: string, request: IncomingMessage, response: ServerResponse): void {
  response.statusCode = 404
  send(request, '/404.html', { root, cacheControl: false, acceptRanges: false, etag: false, lastModified: false })
    .on('error', () => sayStatus(response, 404))
    .pipe(response)
}

const statusWords: Readonly<Record<number, string>> = {
  400: 'Bad request',
  404: 'Not found',
  405: 'Only GET and HEAD are answered',
  416: 'No such range',
}

function sayStatus(response: ServerResponse, status: number): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.statusCode = status
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.end(`${status} ${statusWords[status] ?? 'Cannot answer'}\n`)
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(toListenError(cause, port)))
    server.listen(port, host, resolve)
  })
}

function toListenError(cause: NodeJS.ErrnoException, port: number): KbError {
  if (cause.code === 'EADDRINUSE')
    return new KbError('port-taken', `Port ${port} is taken by another program`, {
      hint: 'Name another with --port, or 0 for any free one.',
      cause,
    })
  return new KbError('cannot-listen', `Cannot listen on port ${port}: ${cause.code ?? cause.message}`, {
    hint: 'Name another with --port and --host.',
    cause,
  })
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
