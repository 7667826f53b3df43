/** What commands print, where the reader stops early, the disk is full, or a file name would move the cursor. */
import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { askKb, runKb } from '../support/run-kb.js'
import { makeScratch, toRawText, writeDump } from '../support/small-dump.js'
import { makeSite, SMALL_SITE } from '../support/small-site.js'

const output = suite('output')

const BROKEN = { ...SMALL_SITE, 'index.html': '<a href="missing.html">' }

/** Runs a line of the shell with `KB` as the program. */
function shell(line: string) {
  const command = line.replaceAll('KB', `'${process.execPath}' scripts/kb.mjs`)
  return spawnSync('bash', ['-c', command], { encoding: 'utf8' })
}

output('says by the exit code what a check found, also to a reader that stops early', () => {
  const links = Array.from({ length: 30 }, (_, index) => `<a href="missing-${index}.html">`).join('')
  const site = makeSite({ ...SMALL_SITE, 'index.html': links })
  const run = shell(`KB check '${site}' | head -n 1; echo "\${PIPESTATUS[0]}"`)
  assert.match(run.stdout, /missing-0\.html`\n1\n$/)
  assert.not.match(run.stderr, '    at ')
})

if (existsSync('/dev/full'))
  output('says in one line that the output is full', () => {
    const run = shell(`KB check '${makeSite(BROKEN)}' > /dev/full`)
    assert.is(run.status, 1)
    assert.match(run.stderr, 'kb: Cannot write to standard output: there is no space left. Free some space')
    assert.not.match(run.stderr, '    at ')
  })

output('prints no character of a site that a terminal obeys', () => {
  const run = runKb([
    'check',
    makeSite({ ...SMALL_SITE, 'index.html': '<a href="\u001b]0;x\u0007\u009bmissing.html">' }),
  ])
  assert.is(run.status, 1)
  assert.not.match(run.stdout, /(?!\n)\p{Cc}/u)
})

output('leaves out of an archive what a system left in the site, and names it in a check', () => {
  const site = makeSite()
  for (const name of ['.DS_Store', 'desktop.ini', '._index.html']) writeFileSync(join(site, name), 'x')
  const checked = askKb(['check', site])
  assert.is(checked.status, 1)
  assert.match(checked.stdout, '3 problems in 5 files')
  assert.match(checked.stdout, '.DS_Store: Expected no file that a system leaves in folders')
  const out = join(makeScratch(), 'a.zip')
  assert.is(askKb(['pack', '--site', site, '--out', out]).status, 0)
  assert.match(askKb(['check', out]).stdout, 'nothing wrong in 6 files')
})

output('exports an article with line and paragraph separators as one line', () => {
  const dump = makeScratch()
  writeDump(dump, { 'Q100101.TXT': toRawText({ number: 100_101, text: 'One\u2028two\u2029three.' }) })
  const out = join(makeScratch(), 'dist')
  const built = askKb(['build', dump, '--out', out, '--quiet', '--encoding', 'utf-8'])
  assert.is(built.status, 0, built.stderr)
  const run = askKb(['export', '--format', 'ndjson', '--site', join(out, 'site')])
  const lines = run.stdout.trimEnd().split('\n')
  assert.is(lines.length, 1)
  assert.match(JSON.stringify(JSON.parse(lines[0] ?? '').sections), 'One\u2028two\u2029three.')
})

output('refuses a site address with a query or a fragment', () => {
  for (const address of ['https://kb.contoso.com/?a', 'https://kb.contoso.com/#a']) {
    const run = askKb(['build', 'kb/214', '--out', makeScratch(), '--site-url', address])
    assert.is(run.status, 2)
    assert.match(run.stderr, '--site-url: Expected an address such as https://example.org/kb/, without ? and #')
  }
})

output.run()
