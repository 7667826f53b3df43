/** The command line itself: help, version, what is no command, and which Node it needs. */
import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { toVersionError } from '../../src/cli/node-version.js'
import { askKb, runKb } from '../support/run-kb.js'

const cli = suite('kb')
const { version, engines, bin } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

cli('prints its version', () => {
  for (const flag of ['--version', '-V']) {
    const { status, stdout } = runKb([flag])
    assert.is(status, 0)
    assert.is(stdout, `${version}\n`)
  }
})

cli('lists its commands, and fails where none is named', () => {
  for (const [args, expected] of [
    [[], 2],
    [['help'], 0],
    [['--help'], 0],
    [['help', '--help'], 0],
  ] as const) {
    const { status, stdout } = askKb([...args])
    assert.is(status, expected)
    for (const name of ['build', 'parse', 'search', 'show', 'pack', 'serve', 'check', 'export'])
      assert.match(stdout, new RegExp(`^ {2}${name} +\\w`, 'm'))
  }
})

cli('explains a command in each of the usual ways', () => {
  const { status, stdout } = askKb(['help', 'serve'])
  assert.is(status, 0)
  assert.match(stdout, 'Usage: kb serve [DIR]')
  assert.match(stdout, '--port N')
  assert.is(askKb(['serve', '--help']).stdout, stdout)
  assert.is(askKb(['serve', '-h']).stdout, stdout)
})

cli('names what is no command', () => {
  for (const args of [['bild'], ['help', 'bild'], ['constructor']]) {
    const { status, stdout, stderr } = askKb(args)
    assert.is(status, 2)
    assert.is(stdout, '')
    assert.match(stderr, `\`${args.at(-1)}\``)
  }
})

cli('refuses an empty value of any flag, as of a variable that is not set', () => {
  for (const [command, flag] of [
    ['build', 'out'],
    ['build', 'title'],
    ['pack', 'out'],
    ['export', 'site'],
    ['search', 'type'],
  ] as const)
    for (const args of [[`--${flag}`, ''], [`--${flag}=`]]) {
      const { status, stderr } = runKb([command, ...args])
      assert.is(status, 2)
      assert.match(stderr, new RegExp(`Expected \`--${flag} [A-Z]+\`, found an empty text`))
    }
})

cli('needs the versions of Node that package.json names', () => {
  assert.is(engines.node, '^20.19 || >=22.2')
  for (const fits of ['20.19.0', '20.20.2', '22.2.0', '22.22.0', '23.0.0', '24.1.0', '26.0.0', '100.0.0'])
    assert.is(toVersionError(fits), null, fits)
  for (const old of ['14.21.3', '18.20.4', '20.18.3', '21.7.3', '22.0.0', '22.1.0'])
    assert.match(toVersionError(old) ?? '', `found Node ${old}`)
})

cli('is installed under two names', () => {
  assert.equal(Object.keys(bin), ['kb', 'kb-archive'])
  assert.is(bin.kb, bin['kb-archive'])
})

cli.run()
