/** The progress of a command on a terminal and elsewhere. */
import { Writable } from 'node:stream'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { createCountProgress } from '../../src/cli/terminal/count-progress.js'

const progress = suite('createCountProgress')

/** What is written to stderr when a step of 100 files reports at the given times, in ms. */
function watch(isTTY: boolean, times: readonly number[]): string {
  let written = ''
  const sink = () =>
    Object.assign(
      new Writable({
        write(chunk, _encoding, done) {
          written += String(chunk)
          done()
        },
      }),
      { isTTY },
    )
  const clock = [0, ...times]
  const step = createCountProgress({ stdout: sink(), stderr: sink() }, 'pack', 'files', () => clock.shift() ?? 0)
  for (const [index] of times.entries()) step.report(10 * (index + 1), 100)
  step.finish()
  return written
}

progress('is one plain line where there is no terminal', () => {
  assert.is(watch(false, [1000, 2000, 3000]), 'pack: 100 files\n')
})

progress('is a line with count, rate and time left on a terminal, and goes when done', () => {
  assert.is(watch(true, [1000]), '\r\u001b[Kpack: 10 of 100 (10/s, 9 s left) files\r\u001b[K')
})

progress('is not drawn more often than one can read', () => {
  assert.is(watch(true, [1000, 1001, 1002, 1200]).match(/pack/g)?.length, 2)
})

progress.run()
