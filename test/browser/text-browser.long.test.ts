/** The archive in a text browser: home, a product, an article, all by following links, and the article's words in order. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { decodeReferences, visitTags } from '../../src/site/html-tags.js'
import { findTool } from '../support/tool.js'
import { makeTestSite } from './test-site.js'

const W3M = findTool('w3m')
const textBrowser = suite('text browser')

/** What w3m shows of a file, in 80 columns. */
function show(path: string): string {
  const run = spawnSync(W3M ?? '', ['-dump', '-cols', '80', '-T', 'text/html', path], { encoding: 'utf8' })
  assert.is(run.status, 0, run.stderr)
  return run.stdout
}

/** The file that the first link on a page leads to whose address matches. */
function follow(from: string, address: RegExp): string {
  let found: string | null = null
  visitTags(readFileSync(from, 'utf8'), ({ name, attributes }) => {
    const href = decodeReferences(attributes.get('href') ?? '')
    if (name === 'a' && found === null && address.test(href)) found = normalize(join(dirname(from), href))
  })
  assert.ok(found, `${from} has no link to ${address}`)
  return found ?? ''
}

if (W3M !== null) {
  textBrowser('reads from the home page by a product to an article', async () => {
    const { folder } = await makeTestSite()
    const home = join(folder, 'index.html')
    assert.match(show(home), /Borealis Mail Server/)
    const product = follow(home, /^product\/borealis-mail-server\/index\.html$/)
    assert.match(show(product), /Queue Stops After a\s+Message Header Exceeds 64 KB/)
    const article = show(follow(product, /Q214001\/index\.html$/))
    assert.match(article, /SYMPTOMS[\s\S]*stops delivering messages[\s\S]*CAUSE[\s\S]*RESOLUTION[\s\S]*Btrnsvc\.exe/)
  })
}

textBrowser.run()
