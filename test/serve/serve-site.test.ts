/** The preview server: what it answers, and that nothing leads out of its folder or ends it. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readPath, serveSite } from '../../src/serve/serve-site.js'
import { mutate } from '../fuzz/mutate.js'
import { Random } from '../fuzz/random.js'
import { makeSite, SMALL_SITE } from '../support/small-site.js'

const server = suite('serveSite')
const LONG_PAGE = `<p>${'The Tallybook printer stops. '.repeat(200)}`

/** Runs `use` against a served site; `ask` fetches a path of it. */
async function withServer(
  use: (ask: (path: string, init?: RequestInit) => Promise<Response>, port: number) => Promise<void>,
) {
  const directory = makeSite({
    ...SMALL_SITE,
    'long.html': LONG_PAGE,
    'kb/214/index.html': 'bucket',
    'pixel.png': 'not text',
  })
  writeFileSync(join(dirname(directory), 'secret.txt'), 'secret')
  const running = await serveSite({ directory, host: '127.0.0.1', port: 0 })
  try {
    await use(
      (path, init) => fetch(`http://127.0.0.1:${running.port}${path}`, { redirect: 'manual', ...init }),
      running.port,
    )
  } finally {
    await running.close()
  }
}

server('serves the index of a folder and sends a folder without slash there', () =>
  withServer(async (ask) => {
    assert.is(await (await ask('/kb/214/')).text(), 'bucket')
    const redirect = await ask('/kb/214')
    assert.is(redirect.headers.get('location'), '/kb/214/')
  }),
)

server('serves a site below the path that it was built for', async () => {
  const marker = { generator: 'kb-archive 1', buildId: 'a', title: 'A', articles: 1 }
  const withMarker = (base: string) => {
    const directory = makeSite({ ...SMALL_SITE, 'a/index.html': 'a' })
    writeFileSync(join(directory, 'site.json'), JSON.stringify({ ...marker, base }))
    return directory
  }
  for (const [directory, base] of [[withMarker('/kb base/'), '/'] as const, [withMarker('/kb/'), '/kb/'] as const]) {
    const running = await serveSite({ directory, host: '127.0.0.1', port: 0 })
    const ask = (path: string) => fetch(`http://127.0.0.1:${running.port}${path}`, { redirect: 'manual' })
    try {
      assert.is(running.base, base)
      assert.is((await ask(`${base}index.html`)).status, 200)
      if (base === '/') continue
      assert.is((await ask('/')).headers.get('location'), '/kb/')
      assert.is((await ask('/kb/a')).headers.get('location'), '/kb/a/')
      assert.is((await ask('//kb/a')).status, 404)
      assert.is((await ask('/index.html')).status, 404)
    } finally {
      await running.close()
    }
  }
})

server('answers no pipe or device that lies in the folder', async () => {
  const directory = makeSite(SMALL_SITE)
  execFileSync('mkfifo', [join(directory, 'pipe.html')])
  const running = await serveSite({ directory, host: '127.0.0.1', port: 0 })
  try {
    assert.is((await fetch(`http://127.0.0.1:${running.port}/pipe.html`)).status, 404)
  } finally {
    await running.close()
  }
})

server('says what a file is', () =>
  withServer(async (ask) => {
    for (const [path, type] of [
      ['/', 'text/html; charset=utf-8'],
      ['/assets/site.css', 'text/css; charset=utf-8'],
      ['/pixel.png', 'image/png'],
      ['/site.json', 'application/json; charset=utf-8'],
    ] as const)
      assert.is((await ask(path)).headers.get('content-type'), type, path)
  }),
)

server('answers ranges, also of what it would compress', () =>
  withServer(async (ask) => {
    const part = await ask('/long.html', { headers: { range: 'bytes=3-15', 'accept-encoding': 'gzip' } })
    assert.is(part.status, 206)
    assert.is(await part.text(), 'The Tallybook')
    assert.is((await ask('/long.html', { headers: { range: 'bytes=999999-' } })).status, 416)
  }),
)

server('says that nothing has changed', () =>
  withServer(async (ask, port) => {
    const etag = (await ask('/index.html')).headers.get('etag')
    assert.match(await sendRaw(port, `GET /index.html HTTP/1.1\r\nIf-None-Match: ${etag}`), /^HTTP\/1\.1 304 /)
  }),
)

server('compresses text, and text only', () =>
  withServer(async (ask) => {
    const page = await ask('/long.html', { headers: { 'accept-encoding': 'gzip' } })
    assert.is(page.headers.get('content-encoding'), 'gzip')
    assert.is(await page.text(), LONG_PAGE)
    assert.is((await ask('/pixel.png')).headers.get('content-encoding'), null)
  }),
)

server('answers HEAD without a body and refuses to write', () =>
  withServer(async (ask) => {
    const head = await ask('/long.html', { method: 'HEAD' })
    assert.is(head.status, 200)
    assert.is(await head.text(), '')
    const post = await ask('/', { method: 'POST', body: 'x' })
    assert.is(post.status, 405)
    assert.is(post.headers.get('allow'), 'GET, HEAD')
  }),
)

server('shows the page for missing ones', () =>
  withServer(async (ask) => {
    const missing = await ask('/kb/999/Q999999/')
    assert.is(missing.status, 404)
    assert.match(await missing.text(), 'There is no such page')
  }),
)

server('stays up and inside its folder under 10,000 malformed requests', () =>
  withServer(async (ask, port) => {
    const targets = [...malformedTargets()]
    const random = new Random(8)
    while (targets.length < REQUESTS)
      targets.push(mutate(Buffer.from(random.pick(SOUND)), random, MATERIAL).toString('latin1'))
    for (let at = 0; at < targets.length; at += 100) {
      const answers = await Promise.all(targets.slice(at, at + 100).map((target) => sendRaw(port, target)))
      for (const [index, answer] of answers.entries()) {
        const target = targets[at + index]
        assert.not.match(answer, 'secret', target)
        assert.match(answer, /^(HTTP\/1\.1 (200|206|301|304|400|403|404|405|414|416|431) |$)/, target)
      }
    }
    assert.is(targets.length, REQUESTS)
    assert.is((await ask('/')).status, 200)
  }),
)

const REQUESTS = 10_000
/** Requests to begin with, and what goes into them. */
const SOUND = [
  'GET /kb/214/index.html HTTP/1.1',
  'GET /long.html HTTP/1.1\r\nRange: bytes=3-15\r\nAccept-Encoding: gzip',
  'HEAD http://localhost/site.json?x#y HTTP/1.1\r\nIf-None-Match: "x"',
]
const MATERIAL = {
  dictionary: [
    '..',
    '%2e%2e%2f',
    '/../secret.txt',
    '%00',
    '%c0%af',
    '\\',
    '\r\n',
    ' ',
    'bytes=',
    '-',
    ',',
    'Host: y',
    '\0',
    'é',
  ],
  corpus: SOUND.map((text) => Buffer.from(text)),
  maxBytes: 20_000,
}

server('takes no path that a site cannot have', () => {
  for (const target of ['', '*', 'index.html', '/%', '/%E0%A4%A', '/a%00b', 'ftp://x/'])
    assert.is(readPath(target), null, target)
  assert.is(readPath('http://localhost/kb/?x'), '/kb/')
})

/** Every way up, in every encoding, in front of every file, and whole request lines that are wrong. */
function* malformedTargets(): Generator<string> {
  const ups = [
    '..',
    '%2e%2e',
    '.%2e',
    '%252e%252e',
    '..%00',
    '..;',
    '%c0%ae%c0%ae',
    '．．',
    '....',
    '..\\..',
    '%5c..%5c',
  ]
  const slashes = ['/', '//', '\\', '%2f', '%5c', '%252f', '/./', '%c0%af', '/%00/']
  const ends = [
    'secret.txt',
    'etc/passwd',
    'secret.txt%00.html',
    'site/../../secret.txt',
    'SECRET.TXT',
    '',
    '?',
    '#',
    '%',
    '%zz',
  ]
  for (const up of ups)
    for (const slash of slashes)
      for (const end of ends) {
        for (const depth of [1, 2, 8]) yield `GET ${slash}${`${up}${slash}`.repeat(depth)}${end} HTTP/1.1`
      }
  for (const range of [
    'bytes=-',
    'bytes=5-1',
    'bytes=0-0,1-1,2-2',
    'bytes=99999999999999999999-',
    'lines=1',
    `bytes=${'0-,'.repeat(500)}`,
  ])
    yield `GET /long.html HTTP/1.1\r\nRange: ${range}`
  for (const line of [
    'GET',
    'GET / HTTP/9.9',
    ' / ',
    'GET / HTTP/1.1\r\nContent-Length: -1',
    'BREW / HTTP/1.1',
    '\0\0\0',
    `GET /${'a'.repeat(20_000)} HTTP/1.1`,
  ])
    yield line
  for (let code = 0; code < 256; code++) yield `GET /%${code.toString(16).padStart(2, '0')} HTTP/1.1`
}

/** Sends bytes as they are, which `fetch` would not, and gives back all that is answered. */
function sendRaw(port: number, head: string): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.write(`${head}\r\nHost: x\r\nConnection: close\r\n\r\n`))
    socket.setTimeout(5000, () => socket.destroy())
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')))
  })
}

server.run()
