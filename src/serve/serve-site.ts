/**
 * A preview server for one folder. It answers GET and HEAD only, serves nothing outside the folder, and `404.html` for
 * missing files.
 *
 * `send` handles types, ranges, ETags and conditional requests; `compression` compresses. Of other packages, sirv lists
 * all files at the start, and serve-handler adds routing rules.
 */
import { readFile, realpath, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, sep } from 'node:path'
import compression from 'compression'
import send from 'send'
import { KbError } from '../kb-error.js'
import { parseMarker, SITE_MARKER } from '../site/site-marker.js'

/** The folder to serve, and the address to listen on. `port` 0: any free port. */
export interface ServeSite {
  readonly directory: string
  readonly host: string
  readonly port: number
}

/**
 * A running server. `port` is the actual port; `base` is the path of the site: `/`, or the path of its `--site-url`.
 */
export interface RunningServer {
  readonly port: number
  readonly base: string
  close(): Promise<void>
}

/** Starts the server. Rejects with a `KbError` if the folder has no `index.html` or the port is taken. */
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

/**
 * Reports whether a response is compressed: all text, but not ranges, which count the bytes of the uncompressed file.
 */
function isCompressible(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.headers.range !== undefined) return false
  return /^(text\/|image\/svg|application\/(javascript|json|xml|[a-z]+\+(xml|json)))/.test(
    String(response.getHeader('Content-Type') ?? ''),
  )
}

/** The path that the site was built for. Serving it there makes links from the root work, which the 404 page has. */
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

/** The path of a request target, still encoded: `/kb/214/?x` -> `/kb/214/`. `null` if it is not a valid path. */
export function readPath(target: string): string | null {
  const path = (target.split(/[?#]/, 1)[0] ?? '').replace(absoluteForm, '')
  if (!path.startsWith('/')) return null
  try {
    return decodeURIComponent(path).includes('\0') ? null : path
  } catch {
    return null
  }
}

/** The absolute form of a target, which proxies use: `GET http://localhost:8080/kb/ HTTP/1.1`. */
const absoluteForm = /^https?:\/\/[^/]*/i

/**
 * Reports whether a path is inside the folder, with links followed. A missing file counts as inside; `send` reports it.
 */
async function isInside(root: string, path: string): Promise<boolean> {
  const wanted = join(root, decodeURIComponent(path))
  if (wanted !== root && !wanted.startsWith(root + sep)) return false
  const real = await realpath(wanted).catch(() => wanted)
  if (real !== root && !real.startsWith(root + sep)) return false
  const found = await stat(real).catch(() => null)
  // Opening a pipe or a device could block forever.
  return found === null || found.isFile() || found.isDirectory()
}

/** Slashes at the beginning of a path: two of them in `Location` would name another host. */
const SLASHES = /^\/+/

function redirect(response: ServerResponse, status: 301 | 302, path: string): void {
  response.statusCode = status
  response.setHeader('Location', path)
  response.end()
}

/** Answers with the site's `404.html`, or with a plain line if it has none. */
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
