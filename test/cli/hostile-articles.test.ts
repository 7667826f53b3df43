/**
 * What articles say is only ever said, from the dump to the screen: each hostile text in each place of a raw article and in names of
 * files and dumps, built by the CLI. Every file that comes out of it is looked at, so a new kind of page is looked at too.
 */
import { extname, join } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { nameControls } from '../../src/render/controls.js'
import { parseShardScript } from '../../src/search/codec/shard-script.js'
import { toZip } from '../dump/tiny-archives.js'
import { askKb } from '../support/run-kb.js'
import { makeScratch, readTree, writeDump } from '../support/small-dump.js'
import { PAYLOADS } from '../templates/payloads.js'
import { listElements, whatRuns } from '../templates/what-runs.js'

const hostile = suite('hostile articles')

const FIRST = 100_001
const payloads = Object.entries(PAYLOADS).map(([what, text], index) => ({ what, text, number: FIRST + index }))

/** A raw article that says the text in every place it has. */
function toHostileText({ text, number }: { readonly text: string; readonly number: number }): string {
  const rule = '='.repeat(70)
  return [
    `DOCUMENT:Q${number}  11-JUN-2001  [${text}]`,
    `TITLE   :PRB: ${text}`,
    `PRODUCT :${text}`,
    `PROD/VER:${text}:${text}`,
    `OPER/SYS:${text}`,
    `KEYWORDS:${text}`,
    '',
    rule,
    '-'.repeat(79),
    'The information in this article applies to:',
    '',
    ` - ${text}, version ${text} `,
    '-'.repeat(79),
    '',
    text,
    '-'.repeat(text.length),
    '',
    `The spooler ${text} hums.`,
    '',
    ` - ${text}`,
    `1. ${text}`,
    '',
    `NOTE: ${text}`,
    '',
    `   Name      ${text}`,
    '   ----      ----------',
    `   ${text}   1`,
    '',
    '   <%',
    `   x = "${text}";`,
    `   // ${text}`,
    '   %>',
    '',
    `   Q${number + 1} ${text}`,
    `   ${text}://${text}`,
    `   http://www.contoso.com/${text}`,
    '',
    `Additional query words: ${text}`,
    '',
    rule,
    `Keywords          : ${text}`,
    `Technology        : ${text}`,
    `Version           : ${text}`,
    `Issue type        : ${text}`,
    `${text} : ${text}`,
    rule,
    `Copyright ${text} 2001.`,
  ].join('\r\n')
}

/** A name of a file that has the text in it, as far as a file system lets it. */
function toName(text: string): string {
  return `${Array.from(Buffer.from(text.replaceAll(/[/\0]/g, ' ')).toString())
    .slice(0, 60)
    .join('')}.txt`
}

const folder = makeScratch()
const out = join(folder, 'out')
const dump = `dump ${toName(PAYLOADS['an event attribute'] ?? '')}`
const half = Math.ceil(payloads.length / 2)
writeDump(
  join(folder, dump),
  Object.fromEntries(payloads.slice(0, half).map((payload) => [toName(payload.text), toHostileText(payload)])),
)
writeDump(folder, {
  'kb.zip': toZip(payloads.slice(half).map((payload) => ({ name: payload.text, content: toHostileText(payload) }))),
})
const title = PAYLOADS['the end of a title'] ?? ''
const options = ['--out', out, '--site-url', 'https://kb.example/', '--title', title, '--publish-data']
const build = askKb(['build', join(folder, dump), join(folder, 'kb.zip'), ...options])
const files = build.status === 0 ? readTree(join(out, 'site')) : {}
const filesOf = (...kinds: readonly string[]) => Object.entries(files).filter(([name]) => kinds.includes(extname(name)))

hostile('are built, all of them, and lose nothing', () => {
  assert.is(build.status, 0, build.stderr)
  assert.match(build.stderr, new RegExp(`articles +${payloads.length}\n`))
  const check = askKb(['check', join(out, 'site')])
  assert.is(check.status, 0, check.stderr + check.stdout)
})

hostile('run on no page of any kind, and lead nowhere but where an address says', () => {
  const pages = filesOf('.html')
  assert.ok(pages.length > payloads.length)
  for (const [name, html] of pages) assert.equal(whatRuns(Buffer.from(html, 'latin1').toString(), true), [], name)
})

hostile('are paths of no file, and every path is one that all disks have', () => {
  const odd = /[^\w./-]|(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d|\.+)(?:\.|\/|$)|\/\/|[^/]{120}/i
  assert.equal(
    Object.keys(files).filter((name) => odd.test(name)),
    [],
  )
})

hostile('leave scripts, data and feeds what they are', () => {
  for (const [name, text] of filesOf('.xml', '.svg')) {
    assert.not.match(text, /<script|<img/i, name)
    assert.not.match(text, /[^\t\n\r -\uffff]/, name)
  }
  for (const [name, text] of filesOf('.json', '.webmanifest')) assert.ok(JSON.parse(text) !== null, name)
  for (const [name, text] of filesOf('.ndjson'))
    for (const line of text.trim().split('\n')) assert.ok(JSON.parse(line), name)
  for (const [name, text] of filesOf('.js')) {
    if (!name.startsWith('search/') || name.split('/').length < 3) continue
    assert.ok(parseShardScript(Buffer.from(text, 'latin1')) !== null, name)
    assert.not.match(
      Buffer.from(text, 'latin1').toString('utf16le').slice(0, -1),
      /[\r\n\u2028\u2029]|<\/script/i,
      name,
    )
  }
  for (const [name, html] of filesOf('.html'))
    for (const { tagName, properties, children } of listElements(fromHtml(html)))
      if (tagName === 'script' && properties.src === undefined)
        for (const child of children) assert.ok(child.type === 'text' && JSON.parse(child.value), name)
})

hostile('are shown on their page, in the list of their bucket, and by their names', () => {
  const [list = ''] = filesOf('.html').flatMap(([name, html]) => (name === 'kb/100/index.html' ? [html] : []))
  for (const { what, text, number } of payloads) {
    const shown = seen(text)
    const page = files[`kb/100/Q${number}/index.html`] ?? ''
    assert.ok(seenOf(page).includes(shown), what)
    assert.ok(seenOf(list).includes(shown), `${what}, in the list`)
  }
})

/** What is seen of a text: no white space, control characters by their names; halves of characters do not survive a file. */
function seen(text: string): string {
  return nameControls(Buffer.from(text).toString()).replace(/\s+/g, '')
}

function seenOf(html: string): string {
  const texts: string[] = []
  const collect = (node: ReturnType<typeof fromHtml> | ReturnType<typeof fromHtml>['children'][number]) => {
    if (node.type === 'text') texts.push(node.value)
    if ('children' in node) for (const child of node.children) collect(child)
  }
  collect(fromHtml(Buffer.from(html, 'latin1').toString()))
  return nameControls(texts.join('')).replace(/\s+/g, '')
}

/** All that a terminal obeys, but the line feed. */
const OBEYED = /(?!\n)[\p{Cc}\p{Bidi_Control}]/u

hostile('give no orders to a terminal, in any command', () => {
  const site = ['--site', join(out, 'site')]
  const number = payloads.find(({ what }) => what === 'control characters')?.number ?? FIRST
  for (const args of [
    ['search', 'spooler', '--limit', '50', ...site],
    ['search', 'spooler', '--limit', '50', '--json', ...site],
    ['show', `Q${number}`, ...site],
    ['show', `Q${number + 1}`, ...site],
    ['parse', join(folder, dump)],
    ['check', join(out, 'site')],
  ]) {
    const run = askKb(args)
    assert.is(run.status, 0, `${args[0]}: ${run.stderr}`)
    assert.not.match(run.stdout + run.stderr, OBEYED, args.join(' '))
  }
  assert.not.match(build.stdout + build.stderr, OBEYED)
})

hostile.run()
