/**
 * Opens pages in Firefox as a reader has it: automation switches off the rule that each local file is an origin of its own,
 * so it is switched on again (`security.fileuri.strict_origin_policy`). Playwright can't drive a stock Firefox; WebDriver
 * BiDi, which puppeteer speaks, can.
 */
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import * as assert from 'uvu/assert'
import { findTool } from '../support/tool.js'

/** Where Firefox is, or null: then the tests of the file are skipped, loudly. */
export const FIREFOX = findTool('firefox-esr')

const LINGER_MS = 300
/** For what never comes, on a machine that is busy with other test files. */
const PATIENCE_MS = 90_000

let shared: Promise<Browser> | null = null
let users = 0

/** Opens a page, lets `use` work with it, and fails on anything the page complained about. */
export async function inFirefox(use: (page: Page) => Promise<void>): Promise<void> {
  users += 1
  shared ??= puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX ?? '',
    protocol: 'webDriverBiDi',
    defaultViewport: { width: 1280, height: 900 },
    extraPrefsFirefox: { 'security.fileuri.strict_origin_policy': true },
  })
  try {
    const page = await (await shared).newPage()
    page.setDefaultTimeout(PATIENCE_MS)
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => complaints.push(`exception: ${String(error)}`))
    page.on('request', (request) => {
      if (/^(?:https?|wss?):/.test(request.url())) complaints.push(`request: ${request.url()}`)
    })
    await use(page)
    await page.close()
    assert.equal(complaints, [])
  } finally {
    users -= 1
    setTimeout(closeUnused, LINGER_MS)
  }
}

/** The text of the first element that a selector finds. */
export const textOf = (page: Page, selector: string) => page.$eval(selector, (node) => node.textContent ?? '')

/** Clicks when there is something to click, and waits for the page that this leads to. */
export async function clickTo(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector)
  await Promise.all([page.waitForNavigation(), page.click(selector)])
}

async function closeUnused(): Promise<void> {
  if (users > 0 || shared === null) return
  const browser = await shared
  shared = null
  await browser.close()
}
