/** `kb serve`, from outside: it starts, says where, refuses what it cannot do, and ends when told. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { runKb } from '../support/run-kb.js'
import { makeFolder, makeSite } from '../support/small-site.js'

const serve = suite('kb serve')
const KB = fileURLToPath(new URL('../../scripts/kb.mjs', import.meta.url))

serve('says where the site is, answers, and ends with 0 when interrupted', async () => {
  const program = spawn(process.execPath, [KB, 'serve', makeSite(), '--port', '0'])
  const [line] = await once(program.stdout, 'data')
  const address = /http:\/\/localhost:\d+\//.exec(String(line))?.[0]
  assert.ok(address, String(line))
  const page = await fetch(address)
  assert.match(await page.text(), 'An article')
  program.kill('SIGINT')
  assert.equal(await once(program, 'exit'), [0, null])
})

serve('says that the port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const run = runKb(['serve', makeSite(), '--port', String(port)])
  other.close()
  assert.is(run.status, 1)
  assert.match(run.stderr, `Port ${port} is taken by another program. Name another with --port`)
})

serve('says that there is no site to serve', () => {
  const run = runKb(['serve', makeFolder()])
  assert.is(run.status, 1)
  assert.match(run.stderr, 'Build it first')
})

serve('says that a port is none', () => {
  for (const port of ['80a', '70000', '-1']) assert.is(runKb(['serve', makeSite(), `--port=${port}`]).status, 2, port)
})

serve.run()
