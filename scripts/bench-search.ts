/**
 * `npm run bench:search [-- SITE]`: measures searches in the browser, from `file://`.
 *
 * For each of 50 fixed queries, prints the time of a first search on a page that has just been opened, the shards and
 * bytes loaded for it, and the time of the same query on a page that has searched before. Then prints the longest delay
 * while typing, the size of the heap at the end, and the figures of Pagefind for the same corpus.
 *
 * Times are from the last key until the first screen of hits is in the page, and until all 20 are. Needs Chromium and a
 * built site (default `dist/site`).
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { type BenchPage, openBenchPage } from './bench-page.js'

const QUERIES: readonly string[] = [
  ...[
    'windows nt service',
    'printer',
    'setup',
    'blue screen',
    'general protection fault',
    'out of memory',
    'slow network',
  ],
  ...['mfc42.dll', 'GetHostByName', '0x80004005', '80004005', '10049', 'C++', '/3GB', 'AUTOEXEC.BAT', 'Event ID 1309'],
  ...[
    'HKEY_LOCAL_MACHINE\\System\\CurrentControlSet',
    'kbWinNT400sp5fix',
    'c:\\windows\\system32',
    'Q100108',
    '214864',
  ],
  ...[
    '"general protection fault"',
    '"blue screen" nt',
    '"access violation" +exchange',
    '+printer -network',
    '+word +crash',
  ],
  ...[
    'in:resolution reboot',
    'in:symptoms "blue screen"',
    'in:cause corrupt registry',
    'title:backup',
    'product:exchange store',
  ],
  ...[
    'instal*',
    'prot*',
    '*socket',
    'exchnage',
    'netwrok adaptor',
    'dialup~1',
    'sql server deadlock',
    'odbc driver timeout',
  ],
  ...[
    'how to move a mailbox to another server',
    'visual basic runtime error 429',
    'cannot find file or one of its components',
  ],
  ...['excel chart axis', 'word mail merge', 'fox pro index corrupt', 'tcp ip dhcp lease', 'domain trust password'],
  ...[
    'modem does not dial',
    'windows',
    'the',
    'STOP 0x0000000A IRQL_NOT_LESS_OR_EQUAL (ntoskrnl.exe)',
    'year 2000 date',
  ],
]

/** The figures of Pagefind 1.6 for 56,989 files of the same corpus. It does not run from `file://` at all. */
const PAGEFIND =
  'beside it, Pagefind 1.6: 57,975 files, 52.3 MB of index and 62.6 MB of fragments; 147 s and 7.57 GB to build; no search from file://'

const FLAGS = [
  ...[
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--enable-precise-memory-info',
  ],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
]

interface Measured {
  readonly query: string
  /** Milliseconds from the last key until the first screen of hits is in the page. */
  readonly milliseconds: number
  /** Milliseconds until all hits are in the page. */
  readonly whole: number
  readonly count: string
  readonly shards: number
  readonly characters: number
}

/**
 * Runs in the page: sets the text of the search box, as typing does, and waits for the hits. The list has a minimum
 * height until all hits are there.
 */
const SEARCH = `(text) => new Promise((done) => {
  const box = document.querySelector('#search-text')
  const count = document.querySelector('#search-count')
  const hits = document.querySelector('#search-hits')
  const before = { ...window.kbLoaded }
  const start = performance.now()
  const once = (place, options, action) => new MutationObserver((_, observer) => {
    observer.disconnect()
    action(performance.now() - start)
  }).observe(place, options)
  const end = (milliseconds, whole) => done({
    milliseconds,
    whole,
    count: count.textContent,
    shards: window.kbLoaded.shards - before.shards,
    characters: window.kbLoaded.characters - before.characters,
  })
  once(count, { childList: true }, (milliseconds) => {
    if (hits.style.minHeight === '') end(milliseconds, milliseconds)
    else once(hits, { childList: true }, (whole) => end(milliseconds, whole))
  })
  box.value = text
  box.dispatchEvent(new Event('input', { bubbles: true }))
})`

/** Runs in the page: whether the engine has loaded its first files. */
const IS_READY = 'window.kbLoaded?.shards > 0'

/** Runs in the page before its own scripts: records the time when the first hits are there. */
const NOTE_HITS = `new MutationObserver((_, observer) => {
  if (document.querySelector('.hit') === null) return
  observer.disconnect()
  window.kbHitsAt = performance.now()
}).observe(document, { childList: true, subtree: true })`

/**
 * Runs in the page: types a text, a letter every 40 ms; returns the longest time (ms) in which no key could be handled.
 */
const TYPE = `async (text) => {
  const box = document.querySelector('#search-text')
  let last = performance.now()
  let longest = 0
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 0)
  for (let end = 1; end <= text.length; end += 1) {
    box.value = text.slice(0, end)
    box.dispatchEvent(new Event('input', { bubbles: true }))
    await new Promise((done) => setTimeout(done, 40))
  }
  clearInterval(beat)
  return longest
}`

async function until(page: BenchPage, condition: string): Promise<void> {
  while (!(await page.evaluate<boolean>(`Boolean(${condition})`))) await sleep(20)
}

async function openPage(browser: Browser, address: string): Promise<BenchPage> {
  const page = await openBenchPage(browser, address)
  await until(page, IS_READY)
  await sleep(200)
  return page
}

async function measure(page: BenchPage, query: string): Promise<Measured> {
  const measured = await page.evaluate<Omit<Measured, 'query'>>(`(${SEARCH})(${JSON.stringify(query)})`)
  return { query, ...measured }
}

interface HeapUsage {
  readonly usedSize?: number
  readonly backingStorageSize?: number
}

/** The heap of page and worker after a garbage collection, with typed arrays, in MB. */
async function measureHeap(page: BenchPage): Promise<number> {
  await page.send('HeapProfiler.collectGarbage')
  await page.sendToWorker('HeapProfiler.collectGarbage')
  const own: HeapUsage = await page.send('Runtime.getHeapUsage')
  const inWorker: HeapUsage = await page.sendToWorker('Runtime.getHeapUsage')
  return ((own.usedSize ?? 0) + (inWorker.usedSize ?? 0) + (inWorker.backingStorageSize ?? 0)) / 1e6
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Bytes of a shard's file per character. */
const BYTES_A_CHARACTER = 2

function toRow(cold: Measured, warm: Measured): string {
  const kilobytes = (cold.characters * BYTES_A_CHARACTER) / 1000
  const columns = [cold.milliseconds, cold.whole, cold.shards, kilobytes, warm.milliseconds, warm.whole, warm.shards]
  return columns
    .map((value) => value.toFixed(0).padStart(8))
    .join('')
    .concat('  ', cold.count.padEnd(18), cold.query.slice(0, 60))
}

/** Milliseconds from opening `search/index.html?q=...` in a new session until the first hits are there. */
async function measureOpening(browser: Browser, address: string, query: string): Promise<number> {
  const page = await openBenchPage(browser, `${address}?q=${encodeURIComponent(query)}`, NOTE_HITS)
  await until(page, 'window.kbHitsAt')
  const milliseconds = await page.evaluate<number>('window.kbHitsAt')
  await page.close()
  return milliseconds
}

async function run(site: string): Promise<void> {
  const address = pathToFileURL(join(resolve(site), 'search/index.html')).href
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS })
  const warmPage = await openPage(browser, address)
  console.log('   first   whole  shards      KB   later   whole  shards  articles          query')
  const rows: { readonly cold: Measured; readonly warm: Measured }[] = []
  for (const query of QUERIES) {
    const coldPage = await openPage(browser, address)
    const cold = await measure(coldPage, query)
    await coldPage.close()
    const warm = await measure(warmPage, query)
    rows.push({ cold, warm })
    console.log(toRow(cold, warm))
  }
  const repeated: Measured[] = []
  for (const query of QUERIES) repeated.push(await measure(warmPage, query))
  const typed = await warmPage.evaluate<number>(`(${TYPE})('windows nt service pack does not start')`)
  const heap = await measureHeap(warmPage)
  const opened: number[] = []
  for (let i = 0; i < 7; i += 1) opened.push(await measureOpening(browser, address, 'windows nt service'))
  await browser.close()
  const spread = (values: readonly number[]) => {
    const [median, p95, worst] = [0.5, 0.95, 1].map((share) => percentile(values, share).toFixed(0))
    return `median ${median} ms, p95 ${p95} ms, worst ${worst} ms`
  }
  const print = (label: string, measured: readonly Measured[]) => {
    console.log(`${label}: ${spread(measured.map(({ milliseconds }) => milliseconds))}`)
    console.log(`  all hits: ${spread(measured.map(({ whole }) => whole))}`)
  }
  const first = rows.map(({ cold }) => cold)
  print('first search on a cold page', first)
  const [shards, kilobytes] = [
    percentile(
      first.map((one) => one.shards),
      0.5,
    ),
    percentile(
      first.map((one) => (one.characters * BYTES_A_CHARACTER) / 1000),
      0.5,
    ),
  ]
  console.log(`  loaded for it: median ${shards} shards, ${kilobytes.toFixed(0)} KB`)
  console.log(`opening the page with "windows nt service" in the address: ${spread(opened)}`)
  print(
    'later, query not seen before',
    rows.map(({ warm }) => warm),
  )
  print('the same query again', repeated)
  console.log(`longest time without an answer to a key while typing: ${typed.toFixed(0)} ms`)
  console.log(`heap after ${2 * QUERIES.length} searches, page and worker: ${heap.toFixed(1)} MB`)
  console.log(PAGEFIND)
}

const site = process.argv[2] ?? 'dist/site'
if (existsSync(join(site, 'search/index.html'))) await run(site)
else {
  console.error(`bench:search: ${site}: Cannot find a site. Build it first (kb build).`)
  process.exitCode = 1
}
