/**
 * Opens pages in Debian's Chromium and watches them: a console message, an exception, or a request that leaves the archive
 * fails the test that opened the page.
 */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import * as assert from 'uvu/assert'
import { findProgram, findTool } from '../support/tool.js'

/** Everything that would talk to the network by itself is off. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const LOCAL = /^(?:file|data|blob):/
/** The browser stays for the next test; after this long without one it goes, so that the process can end. */
const LINGER_MS = 300
/** For what never comes: a machine that is busy with other test files takes longer than the driver's half a minute. */
const PATIENCE_MS = 90_000

/** Chromium without windows: half the time of the browser itself. */
const SHELL = findProgram('chromium-headless-shell')

/** Where Chromium is, or null: then the tests of the file are skipped, loudly. */
export const CHROMIUM = SHELL ?? findTool('chromium')

export interface PageOptions extends BrowserContextOptions {
  /** Requests to it are allowed too: the address of a server that a test has started. */
  readonly origin?: string
  /** Console messages that the test is about; all others fail it. */
  readonly expectedMessage?: RegExp
}

let shared: Promise<Browser> | null = null
let users = 0

/** Opens a page of its own session, lets `use` work with it, and fails on anything the page complained about. */
export async function inChromium(use: (page: Page) => Promise<void>, options: PageOptions = {}): Promise<void> {
  const { origin, expectedMessage, ...contextOptions } = options
  users += 1
  shared ??= chromium.launch({
    executablePath: CHROMIUM ?? '',
    args: SHELL === null ? ['--headless=new', ...FLAGS] : FLAGS,
  })
  try {
    const context = await (await shared).newContext({ reducedMotion: 'reduce', ...contextOptions })
    context.setDefaultTimeout(PATIENCE_MS)
    const page = await context.newPage()
    const complaints = watch(page, origin)
    await use(page)
    await context.close()
    assert.equal(
      complaints.filter((complaint) => expectedMessage?.test(complaint) !== true),
      [],
    )
  } finally {
    users -= 1
    setTimeout(closeUnused, LINGER_MS)
  }
}

async function closeUnused(): Promise<void> {
  if (users > 0 || shared === null) return
  const browser = await shared
  shared = null
  await browser.close()
}

function watch(page: Page, origin: string | undefined): string[] {
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`))
  page.on('request', (request) => {
    const own = origin !== undefined && request.url().startsWith(`${origin}/`)
    if (!own && !LOCAL.test(request.url())) complaints.push(`request: ${request.url()}`)
  })
  return complaints
}
